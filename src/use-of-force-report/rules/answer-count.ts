import { responseState } from './answer.js';
import type { ReportDraft } from './report-draft.js';

/** How many elements of a report were answered, and how many say why they were not. What was not asked counts nowhere. */
export interface AnswerCount {
  answered: number;
  pending: number;
  unknownFinal: number;
  notApplicable: number;
}

/** Names and links: every report has them, and nobody answers them. */
const NO_ANSWERS: ReadonlySet<string> = new Set([
  ...['reportNumber', 'incidentNumber', 'subjects', 'officers', 'force'],
  ...['officer', 'subject'],
]);
const COUNTED = {
  answered: 'answered',
  pending: 'pending',
  unknown_final: 'unknownFinal',
  not_applicable: 'notApplicable',
} as const;

export function countAnswers(report: Pick<ReportDraft, 'subjects' | 'officers' | 'force'>): AnswerCount {
  const count: AnswerCount = { answered: 0, pending: 0, unknownFinal: 0, notApplicable: 0 };
  for (const part of [report, ...report.subjects, ...report.officers, ...report.force])
    for (const [name, told] of Object.entries(part)) {
      const state = NO_ANSWERS.has(name) ? 'not_asked' : responseState(told);
      if (state !== 'not_asked') count[COUNTED[state]]++;
    }
  return count;
}
