/** For whom a transaction runs: row-level security shows it these rows and no others. */
export interface Scope {
  jurisdictionId: string;
  /** Set for staff: recused people are walled off by it. */
  staffId?: string | undefined;
}
