import type { Moves } from '../../shared/status-machine.js';

export const POLICY_STATUSES = [
  'awaiting_answer',
  'unanswered',
  'accepted',
  'accepted_in_part',
  'rejected',
  'implemented',
  'partly_implemented',
  'not_implemented',
  'withdrawn',
] as const;
export type PolicyStatus = (typeof POLICY_STATUSES)[number];

/** What the addressee answers; `none`: the day has passed and nothing came. */
export const POLICY_ANSWERS = ['accepted', 'accepted_in_part', 'rejected', 'none'] as const;
export type PolicyAnswer = (typeof POLICY_ANSWERS)[number];

/** What the board found when it looked whether it was done. */
export const VERDICTS = ['implemented', 'partly_implemented', 'not_implemented'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type PolicyStepKind = 'answer' | 'extension' | 'evidence' | 'verification' | 'withdrawal';

/** A later answer supersedes; what was done may lapse again; nothing is taken back once it is done. */
export const POLICY_MOVES: Moves<PolicyStatus> = {
  awaiting_answer: ['unanswered', 'accepted', 'accepted_in_part', 'rejected', 'withdrawn'],
  unanswered: ['accepted', 'accepted_in_part', 'rejected', 'withdrawn'],
  accepted: ['accepted_in_part', 'rejected', 'implemented', 'partly_implemented', 'not_implemented', 'withdrawn'],
  accepted_in_part: ['accepted', 'rejected', 'implemented', 'partly_implemented', 'not_implemented', 'withdrawn'],
  rejected: ['accepted', 'accepted_in_part', 'withdrawn'],
  not_implemented: ['implemented', 'partly_implemented', 'rejected', 'withdrawn'],
  partly_implemented: ['implemented', 'not_implemented', 'withdrawn'],
  implemented: ['partly_implemented', 'not_implemented'],
  withdrawn: [],
};

export function statusAfter(answer: PolicyAnswer): PolicyStatus {
  return answer === 'none' ? 'unanswered' : answer;
}

/** While nobody has answered, the day to answer by counts. */
export const UNANSWERED: readonly PolicyStatus[] = ['awaiting_answer', 'unanswered'];

/** Evidence is of something that was promised. */
export const PROMISED: readonly PolicyStatus[] = [
  'accepted',
  'accepted_in_part',
  'partly_implemented',
  'not_implemented',
  'implemented',
];
