import type { CharterDocument } from '../../charter/index.js';
import type { Discipline } from './discipline.js';
import type { Refusal } from './refusal.js';

type Row = CharterDocument['disciplineMatrix'][number];

/** An earlier finding against the same officer that was sustained in the end. */
export interface EarlierSustained {
  /** What it was of: a code of the charter */
  category: string;
  /** Whole years since */
  yearsAgo: number;
}

/**
 * Null: within the charter's matrix, or the allegation stands in no row of it for an officer with such a history, and is
 * answered freely.
 */
export function outsideMatrix(
  { kind, days }: Discipline,
  { category, earlier }: { category: string; earlier: readonly EarlierSustained[] },
  { disciplineMatrix }: Pick<CharterDocument, 'disciplineMatrix'>,
): Refusal | null {
  const rows = disciplineMatrix.filter((row) => row.allegations.includes(category) && fitsHistory(row, earlier));
  const fits = rows.some(
    ({ discipline, leastDays = 0, mostDays = Infinity }) =>
      discipline === kind && (days === null || (leastDays <= days && days <= mostDays)),
  );
  if (rows.length === 0 || fits) return null;
  const range = rows.map(({ discipline, leastDays, mostDays }) => {
    const limits = [leastDays && `from ${leastDays}`, mostDays && `to ${mostDays}`].filter(Boolean).join(' ');
    return limits === '' ? discipline : `${discipline} (${limits} days)`;
  });
  return {
    code: 'outside-matrix',
    message: `The charter's matrix answers ${category}, with what came before, with ${range.join(', ')}. To depart from it, say why in departureReasons.`,
  };
}

function fitsHistory({ allegations, priors }: Row, earlier: readonly EarlierSustained[]): boolean {
  if (!priors) return true;
  const { least, most = Infinity, withinYears = Infinity } = priors;
  const count = earlier.filter(
    ({ category, yearsAgo }) => allegations.includes(category) && yearsAgo < withinYears,
  ).length;
  return least <= count && count <= most;
}
