/** Something that another person has prepared and that one may decide on. */
export interface Waiting {
  kind:
    | 'expungement'
    | 'disposal_batch'
    | 'identity_request'
    | 'glass_ask'
    | 'glass_opening'
    | 'second_look'
    | 'conflict'
    | 'plan'
    | 'draft_findings'
    | 'reconsideration'
    | 'public_summary'
    | 'release';
  /** Of what is to be decided on; of the case itself for draft findings */
  id: string;
  /** Null for what belongs to no case */
  complaintId: string | null;
  caseNumber: string | null;
  /** The hour alone while who complains is anonymous */
  since: Date;
}
