export { HIT_KINDS, type Hit, type HitKind, type HitSource } from './hit.js';
export { Redactor } from './redactor.js';
export type { RosterEntry } from './roster/roster-entry.js';
