/** An event of the history as it is sealed: every column, as text, in this order. Its leaf hashes the JSON of this. */
export type EventWords = [
  jurisdictionId: string,
  id: string,
  /** UTC, ISO 8601 with microseconds */
  at: string,
  actorKind: string,
  actorId: string | null,
  action: string,
  subjectKind: string,
  subjectId: string,
  complaintId: string | null,
  /** JSON as PostgreSQL writes jsonb */
  details: string,
];
