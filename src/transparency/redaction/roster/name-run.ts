import type { Likeness } from './name-index.js';
import type { RosterEntry } from './roster-entry.js';

/** A stretch of names of one person: `J. Smith`, `Smith, John A.`, `García de la Cruz`. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
  readonly entry: RosterEntry;
  readonly likenesses: readonly Likeness[];
}
