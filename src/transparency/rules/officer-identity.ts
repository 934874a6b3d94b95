import type { OfficerException, OfficerIdentity, OfficerTerms } from '../../charter/index.js';

/** What a charter may ask of an officer in a case. */
export interface OfficerFacts {
  readonly outcome: string | null;
  readonly rank: string | null;
  readonly forceTypes: readonly string[];
  /** ISO date of the incident; null: not recorded */
  readonly on: string | null;
}

/** How the officer stands in a release: the first exception that holds decides, else the rule. */
export function officerIdentity({ identity, exceptions }: OfficerTerms, facts: OfficerFacts): OfficerIdentity {
  return exceptions.find((exception) => holds(exception, facts))?.identity ?? identity;
}

function holds({ outcomes, ranks, forceTypes, from, until }: OfficerException, facts: OfficerFacts): boolean {
  const { outcome, rank, on } = facts;
  return (
    (outcomes === undefined || outcomes.some((each) => each === outcome)) &&
    (ranks === undefined || ranks.some((each) => each === rank)) &&
    (forceTypes === undefined || forceTypes.some((each) => facts.forceTypes.includes(each))) &&
    (from === undefined || (on !== null && on >= from)) &&
    (until === undefined || (on !== null && on <= until))
  );
}
