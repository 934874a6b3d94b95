import type { CharterDocument } from './charter-document.js';
import { when } from './fault-finding.js';
import { termOf } from './vocabulary.js';

/** What is wrong with the rows of a discipline matrix, each with its place; an empty list is a yes. */
export function disciplineMatrixFaults({
  disciplineMatrix,
  disciplines,
  allegations,
}: Pick<CharterDocument, 'disciplineMatrix' | 'disciplines' | 'allegations'>): string[] {
  return disciplineMatrix.flatMap((row, at) => {
    const { discipline, leastDays, mostDays } = row;
    const place = `disciplineMatrix.${at}`;
    const term = termOf(disciplines, discipline);
    const days = leastDays !== undefined || mostDays !== undefined;
    return [
      ...row.allegations
        .filter((code) => !termOf(allegations, code))
        .map((code) => `${place}: ${code} is no allegation`),
      ...when(term === null, `${place}: ${discipline} is no discipline`),
      ...when(days && term?.takesDays === false, `${place}: ${discipline} takes no days`),
      ...when((leastDays ?? 1) < 1 || (mostDays ?? Infinity) < (leastDays ?? 1), `${place}: no number of days fits it`),
    ];
  });
}
