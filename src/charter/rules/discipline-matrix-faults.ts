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
      ...when(!priorsFit(row.priors), `${place}: no number of earlier findings fits it`),
      ...when((leastDays ?? 1) < 1 || (mostDays ?? Infinity) < (leastDays ?? 1), `${place}: no number of days fits it`),
    ];
  });
}

function priorsFit(priors: CharterDocument['disciplineMatrix'][number]['priors']): boolean {
  if (!priors) return true;
  const { least, most = Infinity, withinYears = 1 } = priors;
  return least >= 0 && most >= least && withinYears >= 1;
}
