/** A month that is over (YYYY-MM), or a year that is over (YYYY). */
export interface Period {
  grain: 'month' | 'year';
  period: string;
}

/** Of each report that a programme was asked about: what it said. `notBound`: the programme did not bind the department then. */
export interface StatusCounts {
  complete: number;
  incomplete: number;
  notReportable: number;
  notBound: number;
}

/** What was to be told of a period, by months of ORIs. */
export interface Duty {
  asked: number;
  /** Said to be without force */
  zero: number;
  /** Nothing was said */
  missing: number;
}

/** Elements of reports, by how they were answered. */
export interface AnswerTotals {
  answered: number;
  pending: number;
  unknownFinal: number;
  notApplicable: number;
}

/** A department's period as it is: for nobody's eyes but the rule that decides what of it is told. */
export interface PeriodFigures extends Period, Duty {
  reports: number;
  late: number;
  answers: AnswerTotals;
  /** From the incident to the first telling, in whole days; null without reports */
  medianDays: number | null;
  p90Days: number | null;
  /** By the profile's id */
  programmes: Readonly<Record<string, StatusCounts>>;
}
