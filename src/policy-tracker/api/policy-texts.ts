import type { Language } from '../../platform/html/language.js';
import { text } from '../../platform/html/text.js';

const STATUSES = [
  ...(['awaiting_answer', 'unanswered', 'accepted', 'accepted_in_part', 'rejected'] as const),
  ...(['implemented', 'partly_implemented', 'not_implemented', 'withdrawn'] as const),
];
const STEPS = ['answer', 'extension', 'evidence', 'verification', 'withdrawal'] as const;
const OUTCOMES = [
  ...(['accepted', 'accepted_in_part', 'rejected', 'none'] as const),
  ...(['implemented', 'partly_implemented', 'not_implemented'] as const),
];

/** How a recommendation stands, in the reader's words. */
export function statusText(language: Language, { status, overdue }: { status: string; overdue: boolean }): string {
  const known = STATUSES.find((each) => each === status);
  const words = known === undefined ? status : text(language, `policy.status-${known}`);
  return overdue ? text(language, 'policy.overdue', { status: words }) : words;
}

/** What happened, in the reader's words. */
export function stepText(language: Language, { kind, outcome }: { kind: string; outcome: string | null }): string {
  const known = STEPS.find((each) => each === kind);
  const what = known === undefined ? kind : text(language, `policy.step-${known}`);
  const came = OUTCOMES.find((each) => each === outcome);
  if (outcome === null) return what;
  return `${what}: ${came === undefined ? outcome.replaceAll('_', ' ') : text(language, `policy.outcome-${came}`)}`;
}
