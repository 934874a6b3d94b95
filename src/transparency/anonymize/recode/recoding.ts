import type { Anonymization } from '../problem.js';
import type { RecodingLoss } from './recoding-loss.js';

/** One transformation, and whom it gave back. */
export interface Round {
  /** One level per quasi-identifier, in the problem's order. */
  readonly transformation: readonly number[];
  readonly units: number;
  readonly rows: number;
  /** Its transformation was proven the best for the units that were left. */
  readonly optimal: boolean;
  /** Transformations looked at. */
  readonly checked: number;
  readonly seconds: number;
}

/** A table published at several transformations: every unit at the one of its round. */
export interface Recoding {
  /** Round 1: the optimum of the whole table. */
  readonly first: Anonymization;
  /** Round r is `rounds[r − 1]`. */
  readonly rounds: readonly Round[];
  /** unit → round, from 1; 0: suppressed whole. */
  readonly roundOf: Int32Array;
  readonly units: number;
  readonly suppressedUnits: number;
  readonly suppressedRows: number;
  /** Signatures that a reader can tell apart, over all rounds, and the fewest distinct subjects behind one of them. */
  readonly classes: number;
  readonly smallestClass: number;
  /** With round 1 alone, and with all rounds. */
  readonly before: RecodingLoss;
  readonly after: RecodingLoss;
}

export interface RecodingOptions {
  /** Rounds in all, the first included. Default 20. */
  readonly maxRounds?: number;
  /** Least units that a further round must give back, below which no more rounds are tried. Default 1. */
  readonly leastUnits?: number;
}
