/** What an officer was at one time; null where nobody knows. */
export interface OfficerPosition {
  rank: string | null;
  unit: string | null;
  /** What the unit belongs to: a precinct, a bureau */
  command: string | null;
}

/** Who said what the officer was at the incident: somebody of the case, the posts on record, or the register as it stood. */
export type IncidentBasis = 'told' | 'posts' | 'register';

export interface PositionTold {
  rankAtIncident?: string | undefined;
  unitAtIncident?: string | undefined;
  commandAtIncident?: string | undefined;
}

/** What was told counts; what was not is taken from the record of that day. */
export function postAtIncident(
  told: PositionTold,
  known: (OfficerPosition & { fromPosts: boolean }) | null,
): OfficerPosition & { basis: IncidentBasis | null } {
  const { rankAtIncident, unitAtIncident, commandAtIncident } = told;
  const anyTold = [rankAtIncident, unitAtIncident, commandAtIncident].some((word) => word !== undefined);
  const onRecord = known === null ? null : known.fromPosts ? 'posts' : 'register';
  return {
    rank: rankAtIncident ?? known?.rank ?? null,
    unit: unitAtIncident ?? known?.unit ?? null,
    command: commandAtIncident ?? known?.command ?? null,
    basis: anyTold ? 'told' : onRecord,
  };
}
