import { type CharterDocument, codesOf, termOf } from '../../charter/index.js';
import type { Refusal } from './refusal.js';

export interface Discipline {
  /** A code of the charter's `disciplines` */
  kind: string;
  /** For those that take days: how many */
  days: number | null;
}

export function disciplineRefused(
  { kind, days }: Discipline,
  { disciplines }: Pick<CharterDocument, 'disciplines'>,
): Refusal | null {
  const term = termOf(disciplines, kind);
  if (!term)
    return {
      code: 'unknown-discipline',
      message: `The charter knows no discipline "${kind}"; it knows ${codesOf(disciplines)}.`,
    };
  if (term.takesDays && days === null)
    return { code: 'days-missing', message: `Say for how many days: ${term.label} takes them.` };
  if (!term.takesDays && days !== null)
    return { code: 'days-not-taken', message: `${term.label} takes no days: leave them out.` };
  return null;
}

/** To concur is to impose what was recommended: anything else is `concur_in_part` or `depart`, and takes reasons. */
export function contradictsConcurrence(recommended: Discipline, imposed: Discipline): boolean {
  return recommended.kind !== imposed.kind || recommended.days !== imposed.days;
}
