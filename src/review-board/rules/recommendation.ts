import type { CharterDocument } from '../../charter/index.js';
import { disciplineRefused } from './discipline.js';
import type { Refusal } from './refusal.js';

interface Sent {
  kind: string;
  allegationId?: string | null | undefined;
  disciplineKind?: string | null | undefined;
  disciplineDays?: number | null | undefined;
}

/** Discipline is for a person's act, so it names the allegation; policy, training and supervision carry no penalty. */
export function recommendationRefused(sent: Sent, charter: Pick<CharterDocument, 'disciplines'>): Refusal | null {
  const { kind, allegationId, disciplineKind, disciplineDays } = sent;
  if (kind !== 'discipline') {
    if (!disciplineKind && !disciplineDays) return null;
    return {
      code: 'discipline-out-of-place',
      message: `A recommendation of ${kind} carries no discipline: send that one by itself.`,
    };
  }
  if (!allegationId) return { code: 'allegation-missing', message: 'Discipline is for an allegation: say which.' };
  if (!disciplineKind) return { code: 'discipline-missing', message: 'Say which discipline is recommended.' };
  return disciplineRefused({ kind: disciplineKind, days: disciplineDays ?? null }, charter);
}
