export class AnswerSharesView {
  /** Percent of the elements that were answered or said why they were not, to one place */
  answered!: number;
  /** Not known yet */
  pending!: number;
  /** Not known and unlikely to ever be */
  unknownFinal!: number;
  notApplicable!: number;
}

/** Of how many reports a programme says what; the four add up to the reports. null in all four: withheld */
export class ProgrammeReportingView {
  /** The profile's id */
  profile!: string;
  complete!: number | null;
  incomplete!: number | null;
  notReportable!: number | null;
  /** The programme did not bind the department on the day of the incident */
  notBound!: number | null;
}

export class DepartmentReportingRowView {
  department!: string;
  grain!: 'month' | 'year';
  /** YYYY-MM, or YYYY: by the day of the incident; over */
  period!: string;
  /** Months of ORIs that were to be told of */
  asked!: number;
  /** Of them, those said to be without force; null: withheld */
  zero!: number | null;
  /** Of them, those of which nothing was said */
  missing!: number;
  /** Reports that stand; null: withheld */
  reports!: number | null;
  /** Of them, those that came too late for a programme; null: withheld */
  late!: number | null;
  /** null: withheld, or there is no report */
  answers!: AnswerSharesView | null;
  /** Days from the incident to the first telling: half of the reports took no longer; null as above */
  medianDays!: number | null;
  /** Nine in ten took no longer */
  p90Days!: number | null;
  programmes!: ProgrammeReportingView[];
  /** What is withheld since it counts fewer than k reports or would give such a count away: `reports` (and all that follows from it), `late`, `programmes.<id>` */
  withheld!: string[];
  k!: number;
  /** Of which day the counts of reports are; they move when at least k of the department's reports have changed */
  asOf!: string;
}

export class DepartmentReportingView {
  items!: DepartmentReportingRowView[];
}
