import type { PolicyAnswer } from './policy-status.js';

export interface Refusal {
  code: string;
  message: string;
}

export interface AnswerGiven {
  answer: PolicyAnswer;
  reasons: string | null;
  /** YYYY-MM-DD */
  answeredOn: string;
  doneBy: string | null;
}

/** Who says no gives reasons, and nobody is silent before their time is over. Days are where the agency is. */
export function answerRefused(
  { answer, reasons, answeredOn, doneBy }: AnswerGiven,
  { issuedOn, answerDueOn, today }: { issuedOn: string; answerDueOn: string; today: string },
): Refusal | null {
  if (answeredOn > today || answeredOn < issuedOn)
    return {
      code: 'day-out-of-place',
      message: `It happened between ${issuedOn}, when it was issued, and today, ${today}.`,
    };
  if (answer === 'none' && answerDueOn >= today)
    return { code: 'answer-not-due', message: `The addressee has until ${answerDueOn} to answer.` };
  if (['accepted_in_part', 'rejected'].includes(answer) && (reasons ?? '').trim() === '')
    return { code: 'reasons-missing', message: 'Who does not accept it in full gives reasons in writing.' };
  if (doneBy !== null && (!answer.startsWith('accepted') || doneBy < answeredOn))
    return {
      code: 'done-by-out-of-place',
      message: 'A day to have it done by is given with a yes, for a day to come.',
    };
  return null;
}
