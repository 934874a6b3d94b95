import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { type Discipline, disciplineRefused } from '../../review-board/index.js';

export interface GivenDiscipline {
  /** A code of the charter */
  kind: string;
  days?: number | null | undefined;
}

/** The discipline in the charter's words, or null. @throws RuleBroken unknown-discipline, days-missing, days-not-taken (422) */
export async function knownDiscipline(
  manager: EntityManager,
  charterId: string,
  given: GivenDiscipline | null | undefined,
): Promise<Discipline | null> {
  if (!given) return null;
  const discipline = { kind: given.kind, days: given.days ?? null };
  const refusal = disciplineRefused(discipline, (await charterById(manager, charterId)).document);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
  return discipline;
}
