import type { CharterDocument } from '../../charter/index.js';
import type { Discipline } from './discipline.js';
import type { Refusal } from './refusal.js';

/** Null: within the charter's matrix, or the allegation stands in no row of it, and is answered freely. */
export function outsideMatrix(
  { kind, days }: Discipline,
  category: string,
  { disciplineMatrix }: Pick<CharterDocument, 'disciplineMatrix'>,
): Refusal | null {
  const rows = disciplineMatrix.filter(({ allegations }) => allegations.includes(category));
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
    message: `The charter's matrix answers ${category} with ${range.join(', ')}. To depart from it, say why in text and set outsideMatrix.`,
  };
}
