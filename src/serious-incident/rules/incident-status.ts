import type { Moves } from '../../shared/status-machine.js';

export type IncidentStatus = 'convened' | 'concluded' | 'dissolved';

/** What a team has concluded stands; another team is convened to look again. */
export const INCIDENT_MOVES: Moves<IncidentStatus> = {
  convened: ['concluded', 'dissolved'],
  concluded: [],
  dissolved: [],
};
