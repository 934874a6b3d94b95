export class CaseloadLineView {
  /** Null: cases that nobody is assigned to */
  staffId!: string | null;
  displayName!: string | null;
  open!: number;
  /** Cases with a clock that has run out */
  overdue!: number;
  /** By the days since they came in */
  under90Days!: number;
  under180Days!: number;
  older!: number;
  /** Days since the oldest came in */
  oldestDays!: number | null;
}

export class CaseloadView {
  items!: CaseloadLineView[];
}
