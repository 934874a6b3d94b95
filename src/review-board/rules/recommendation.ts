import { type CharterDocument, termOf } from '../../charter/index.js';
import { disciplineRefused } from './discipline.js';
import type { Refusal } from './refusal.js';

/** What is recommended, as far as rules go by it. */
export interface Recommended {
  kind: string;
  motionId?: string | null | undefined;
  allegationId?: string | null | undefined;
  disciplineKind?: string | null | undefined;
  disciplineDays?: number | null | undefined;
}

/** The power of an agency without a board, or beside it, in the charter's words. */
const OWN_POWER = 'recommend_policy';

/**
 * Discipline is for a person's act, so it names the allegation and rests on a vote; policy, training and supervision carry
 * no penalty, and an agency with the power to recommend them does so itself.
 */
export function recommendationRefused(
  sent: Recommended,
  charter: Pick<CharterDocument, 'disciplines' | 'agency'>,
): Refusal | null {
  const { kind, motionId, allegationId, disciplineKind, disciplineDays } = sent;
  if (kind !== 'discipline' && (disciplineKind || disciplineDays)) {
    return {
      code: 'discipline-out-of-place',
      message: `A recommendation of ${kind} carries no discipline: send that one by itself.`,
    };
  }
  if (!motionId && (kind === 'discipline' || termOf(charter.agency.powers, OWN_POWER) === null)) {
    return { code: 'motion-missing', message: `A recommendation of ${kind} rests on a motion that the board carried.` };
  }
  if (kind !== 'discipline') return null;
  if (!allegationId) return { code: 'allegation-missing', message: 'Discipline is for an allegation: say which.' };
  if (!disciplineKind) return { code: 'discipline-missing', message: 'Say which discipline is recommended.' };
  return disciplineRefused({ kind: disciplineKind, days: disciplineDays ?? null }, charter);
}
