import type { Candidate } from './candidate.js';
import type { LossVector } from './metric.js';
import type { Verdict } from './verdict.js';

export interface Found extends Candidate {
  /** Nothing feasible has less loss. */
  readonly lowerBound: LossVector;
}

/** Sharper bounds for all nodes at once, when the search turns out to be a long one. */
export interface Sharpening {
  /** Checks after which it is worth its cost. */
  readonly after: number;
  /** Returns a function from an open node to a bound on its loss, or null when it is infeasible. */
  readonly begin: (open: Uint32Array) => (node: number) => LossVector | null;
}

export interface SearchLimits {
  readonly outOfTime: () => boolean;
  readonly onStep?: ((best: LossVector, lowerBound: LossVector) => void) | undefined;
}

/** A part of the search: yields the nodes that it wants to be checked and is given what was found of each. */
export type Lane = Generator<number, void, Verdict>;
