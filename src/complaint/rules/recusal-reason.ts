/** Why somebody keeps out of a case. Codes, so that no name of a relative or a friend comes to stand in the register. */
export const RECUSAL_REASONS = [
  'relation_to_party',
  'relation_to_officer',
  'former_employment',
  'prior_involvement',
  'financial_interest',
  'public_statement',
  'other',
] as const;
export type RecusalReason = (typeof RECUSAL_REASONS)[number];
