import type { AnswerTotals, Period, StatusCounts } from './period-figures.js';

/** What one programme said of the reports; null in all four: withheld. */
export type ToldProgramme = { profile: string } & { [Status in keyof StatusCounts]: number | null };

/** A department's period as the public has it. */
export interface ToldPeriod extends Period {
  asked: number;
  zero: number | null;
  missing: number;
  /** null: withheld, with all that follows from it */
  reports: number | null;
  /** null: withheld */
  late: number | null;
  /** Percent of the elements, to one place; null: withheld, or there is none */
  answers: AnswerTotals | null;
  medianDays: number | null;
  p90Days: number | null;
  programmes: ToldProgramme[];
}
