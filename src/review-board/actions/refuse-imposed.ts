import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Answer } from '../records/chief-answer.store.js';
import type { Recommendation } from '../records/recommendation.store.js';
import { contradictsConcurrence, disciplineRefused } from '../rules/discipline.js';

/** @throws RuleBroken imposed-out-of-place, unknown-discipline, days-missing, days-not-taken, not-concurring (422) */
export async function refuseImposed(
  manager: EntityManager,
  charterId: string,
  {
    answer,
    imposed,
  }: { answer: Answer; imposed?: { kind: string; days?: number | null | undefined } | null | undefined },
  { allegationId, disciplineKind, disciplineDays }: Recommendation,
): Promise<{ allegationId: string }> {
  if (!imposed || allegationId === null || disciplineKind === null) {
    throw new RuleBroken(
      'imposed-out-of-place',
      'Discipline is imposed in answer to a recommendation of discipline.',
      422,
    );
  }
  const discipline = { kind: imposed.kind, days: imposed.days ?? null };
  const refusal = disciplineRefused(discipline, (await charterById(manager, charterId)).document);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
  if (answer === 'concur' && contradictsConcurrence({ kind: disciplineKind, days: disciplineDays }, discipline)) {
    throw new RuleBroken(
      'not-concurring',
      'To impose something else than was recommended is to concur in part, or to depart.',
      422,
    );
  }
  return { allegationId };
}
