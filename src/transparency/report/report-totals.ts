import type { Totals } from './report-figures.js';
import type { ReportUnits } from './report-units.js';

export interface ReportTotals {
  readonly input: Totals;
  readonly published: Totals;
  readonly suppressed: Totals;
  /** Per round, from the first. */
  readonly unitsOfRounds: readonly number[];
}

export function reportTotals(units: ReportUnits, rounds: number): ReportTotals {
  const unitsOf = new Array<number>(rounds + 1).fill(0);
  const rowsOf = new Array<number>(rounds + 1).fill(0);
  units.round.forEach((round, unit) => (unitsOf[round]! += units.copies[unit]!));
  for (const unit of units.of) rowsOf[units.round[unit]!]! += units.copies[unit]!;
  const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return {
    input: { rows: add(rowsOf), units: add(unitsOf), subjects: subjects(units, () => true) },
    published: {
      rows: add(rowsOf.slice(1)),
      units: add(unitsOf.slice(1)),
      subjects: subjects(units, (round) => round > 0),
    },
    suppressed: { rows: rowsOf[0]!, units: unitsOf[0]!, subjects: subjects(units, (round) => round === 0) },
    unitsOfRounds: unitsOf.slice(1),
  };
}

function subjects({ round, subjectOf, copies }: ReportUnits, counts: (round: number) => boolean): number {
  const seen = new Uint8Array(round.length);
  let sum = 0;
  round.forEach((at, unit) => {
    const subject = subjectOf[unit]!;
    if (!counts(at) || seen[subject] === 1) return;
    seen[subject] = 1;
    sum += copies[unit]!;
  });
  return sum;
}
