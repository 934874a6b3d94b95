export class PendingAnswerView {
  reportId!: string;
  reportNumber!: string;
  departmentId!: string;
  departmentName!: string;
  /** YYYY-MM-DD */
  occurredOn!: string | null;
  scope!: 'incident' | 'subjects' | 'officers' | 'force';
  element!: string;
  /** JSON pointer into the report */
  path!: string;
  /** Programmes that bind the department and ask for the element, always or under a condition */
  profiles!: string[];
  /** ISO 8601: when it was first told as pending; amending something else does not begin it anew */
  since!: string;
  ageDays!: number;
}

export class PendingAnswerPageView {
  answers!: PendingAnswerView[];
  /** To be sent as `after` for the next page; null on the last */
  next!: string | null;
}
