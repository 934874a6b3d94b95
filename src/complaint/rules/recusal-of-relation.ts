import type { RecusalReason } from './recusal-reason.js';

const KNOWN: Readonly<Record<string, RecusalReason>> = {
  relative: 'relation_to_party',
  acquainted: 'relation_to_party',
  former_employer: 'former_employment',
  linked_case: 'prior_involvement',
  financial: 'financial_interest',
  public_statement: 'public_statement',
};

/** What the recusal says of a declared relation: a place's own word that nobody else knows becomes `other`. */
export function recusalOfRelation(relation: string): RecusalReason {
  return KNOWN[relation] ?? 'other';
}
