import { codesOf, type Term, termOf } from '../../charter/index.js';
import type { Fault } from '../../complaint/index.js';

export const AUDIT_VERDICTS = ['agree', 'disagree', 'not_applicable'] as const;
export type AuditVerdict = (typeof AUDIT_VERDICTS)[number];

export interface ItemAnswer {
  /** A code of the charter's checklist */
  item: string;
  verdict: AuditVerdict;
  reasons: string | null;
}

/** Each item of the checklist is answered once, and whoever does not agree says why. */
export function reviewFaults(answers: readonly ItemAnswer[], checklist: readonly Term[]): Fault[] {
  const missing = checklist.filter(({ code }) => !answers.some(({ item }) => item === code));
  return [
    ...answers.flatMap(({ item, verdict, reasons }, at) => {
      const path = `/answers/${at}`;
      if (!termOf(checklist, item))
        return [
          { path, code: 'not-in-charter', message: `The checklist does not ask this. It asks: ${codesOf(checklist)}.` },
        ];
      if (answers.findIndex((other) => other.item === item) !== at)
        return [{ path, code: 'item-twice', message: `${item} is answered twice.` }];
      if (verdict !== 'agree' && (reasons ?? '').trim() === '')
        return [{ path: `${path}/reasons`, code: 'reasons-missing', message: 'Who does not agree says why.' }];
      return [];
    }),
    ...(missing.length === 0
      ? []
      : [{ path: '/answers', code: 'item-unanswered', message: `Not answered: ${codesOf(missing)}.` }]),
  ];
}
