export class HistoryLineView {
  eventId!: string;
  /** The hour alone for complainants and the public, and for everybody while who complains is anonymous */
  at!: Date;
  actorKind!: 'staff' | 'department' | 'complainant' | 'public' | 'system';
  actorId!: string | null;
  /** A staff member's name */
  actorName!: string | null;
  /** noun.verb, e.g. `complaint.file` */
  action!: string;
  subjectKind!: string;
  subjectId!: string;
  /** Ids, codes and field names; no words of the case */
  details!: Record<string, string | number | boolean | null | string[]>;
}

export class HistoryPageView {
  items!: HistoryLineView[];
  /** Give it as `after` for the next page; null on the last */
  next!: string | null;
}
