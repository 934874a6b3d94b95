import { codesOf, type EscalatesAfter, type EscalationStep, termOf } from '../../charter/index.js';
import type { Refusal } from '../../review-board/index.js';

export const ESCALATION_OUTCOMES = ['agreed', 'not_agreed', 'decided'] as const;
export type EscalationOutcome = (typeof ESCALATION_OUTCOMES)[number];

export interface StepTaken {
  step: string;
  /** Null: it is under way */
  outcome: EscalationOutcome | null;
}

/** Why this step does not follow now; null is a yes. @param after what there is to escalate; null: nothing */
export function escalationRefused(
  code: string,
  { after, taken }: { after: EscalatesAfter | null; taken: readonly StepTaken[] },
  steps: readonly EscalationStep[],
): Refusal | null {
  const step = termOf(steps, code);
  if (!step) return { code: 'unknown-step', message: `The charter's steps of escalation are ${codesOf(steps)}.` };
  if (after === null || !step.after.includes(after)) {
    const why =
      after === null ? 'the chief has concurred, or the answer is not due yet' : `what there is here is ${after}`;
    return { code: 'nothing-to-escalate', message: `${step.label} follows ${step.after.join(' or ')}; ${why}.` };
  }
  if (taken.some(({ outcome }) => outcome === null || outcome !== 'not_agreed'))
    return { code: 'step-settled', message: 'A step is under way, or has settled the matter already.' };
  const has = ({ code: own }: EscalationStep): boolean => taken.some((each) => each.step === own);
  if (has(step)) return { code: 'step-taken-already', message: 'This step was taken already, and settled nothing.' };
  const before = steps
    .slice(0, steps.indexOf(step))
    .filter((earlier) => earlier.after.includes(after) && !has(earlier));
  if (before.length === 0) return null;
  return { code: 'step-out-of-order', message: `The charter has these come first: ${codesOf(before)}.` };
}

/** Why a step cannot end so; null is a yes. */
export function endingRefused(
  { label, decides }: Pick<EscalationStep, 'label' | 'decides'>,
  { outcome, discipline }: { outcome: EscalationOutcome; discipline: unknown },
  forDiscipline: boolean,
): Refusal | null {
  if ((outcome === 'decided') !== decides)
    return {
      code: 'outcome-out-of-place',
      message: decides ? `${label} ends when it is decided.` : `${label} ends in being agreed, or not_agreed.`,
    };
  if (discipline && (outcome === 'not_agreed' || !forDiscipline))
    return {
      code: 'discipline-not-decided',
      message: 'Discipline comes of a step that was agreed or decided, on a recommendation of discipline.',
    };
  return null;
}
