import type { Moves } from '../../shared/status-machine.js';

export const MEDIATION_STATUSES = ['offered', 'agreed', 'declined', 'mediated', 'attempted'] as const;
export type MediationStatus = (typeof MEDIATION_STATUSES)[number];

/** `attempted`: they were willing, and it came to no end together. Agencies count it as an outcome of its own. */
export const MEDIATION_MOVES: Moves<MediationStatus> = {
  offered: ['agreed', 'declined'],
  agreed: ['mediated', 'attempted'],
  declined: [],
  mediated: [],
  attempted: [],
};

export const MEDIATION_PARTIES = ['complainant', 'officer'] as const;
export type MediationParty = (typeof MEDIATION_PARTIES)[number];

/** Where the offer stands with these answers: one no is enough, and both must say yes. */
export function answeredStatus(answers: readonly { accepted: boolean }[]): 'offered' | 'agreed' | 'declined' {
  if (answers.some(({ accepted }) => !accepted)) return 'declined';
  return answers.length === MEDIATION_PARTIES.length ? 'agreed' : 'offered';
}
