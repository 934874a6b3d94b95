import type { Refusal } from './refusal.js';
import type { Position } from './roll.js';

export const OPINION_KINDS = ['dissent', 'concurrence', 'minority_report'] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];

/** Why this member does not sign such a text beside this result. @param position theirs in the roll; null: they are not in it */
export function opinionRefused(kind: OpinionKind, position: Position | null, status: string): Refusal | null {
  if (status !== 'carried' && status !== 'failed')
    return { code: 'motion-not-decided', message: `The motion is ${status}: there is no result to speak beside.` };
  if (position !== 'yes' && position !== 'no' && position !== 'abstain')
    return { code: 'took-no-part', message: 'Only members who voted or abstained speak beside the result.' };
  const won = position === (status === 'carried' ? 'yes' : 'no');
  const fits = { concurrence: won, dissent: !won && position !== 'abstain', minority_report: !won }[kind];
  if (fits) return null;
  return {
    code: 'not-your-side',
    message:
      'Who voted as it went concurs; who voted against it dissents; who did not vote for it reports for the minority.',
  };
}
