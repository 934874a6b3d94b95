/** Why a rule says no: a stable code for programs, a sentence for people. */
export interface Refusal {
  code: string;
  message: string;
}
