/** For whom a transaction runs: row-level security shows it these rows and no others. */
export interface Scope {
  jurisdictionId: string;
  /** Set for staff: recused people are walled off by it. */
  staffId?: string | undefined;
  /** The one case that is read through an opening by break-glass (src/break-glass): the guard alone says so. */
  glass?: string | undefined;
}
