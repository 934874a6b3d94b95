import type { Hierarchy } from './hierarchy.js';
import type { LossVector, Metric } from './metric.js';
import type { PrivacyModel } from './privacy-model.js';

/** A column that a reader may know of a person from elsewhere (Samarati & Sweeney 1998), and how it may be coarsened. */
export interface QuasiIdentifier {
  readonly name: string;
  /** `codes[row]` is the base value's code, an index into every level of the hierarchy. */
  readonly codes: Int32Array;
  readonly hierarchy: Hierarchy;
  /** `unit`: the same on all rows of a unit (the incident's date); checked. `row` (default): may differ (the officer's rank). */
  readonly scope?: 'unit' | 'row';
  /** Finest level that may be published, whatever the search finds: a charter's floor. Default 0. */
  readonly minLevel?: number;
  /** Coarsest level allowed; equal to `minLevel` it freezes the column for an epoch. Default the top. */
  readonly maxLevel?: number;
}

/** A column that no reader may learn of a person by finding the person's class. */
export interface SensitiveAttribute {
  readonly name: string;
  /**
   * `codes[row]`, any non-negative codes; an index into the hierarchy when there is one. −1: the row has no value and is
   * in no cell, like the rows of another of linked tables.
   */
  readonly codes: Int32Array;
  /** Needed by hierarchical t-closeness. */
  readonly hierarchy?: Hierarchy;
  /** Codes from least to greatest, for ordered t-closeness; absent: the order of first appearance. */
  readonly order?: Int32Array;
  /**
   * code → share of the rows that classes are compared with. Absent: of the problem's own rows. A remainder is held to
   * the distribution of the whole table: readers have the whole to compare with.
   */
  readonly overall?: Float64Array;
}

export interface Problem {
  readonly rows: number;
  readonly quasiIdentifiers: readonly QuasiIdentifier[];
  /**
   * row → unit, 0 … units − 1: the case or incident whose rows carry one published key, so that anybody can join them
   * again. k holds over all rows of a unit at once. Absent: every row is its own unit.
   */
  readonly unit?: Int32Array;
  /**
   * unit → the distinct person (or group) whose privacy counts, any non-negative code. Absent: every unit its own.
   * A subject's key must not be published unless unit and subject are the same thing: it would join units.
   */
  readonly subject?: Int32Array;
  /**
   * unit → how many units it stands for, 1 or more, all alike in every row, quasi-identifiers and sensitive values, each
   * with a subject of its own. Absent: 1. Every number counts them; only `keep` is per given unit. Memory then is bounded
   * by what is distinct. Not together with `subject`.
   */
  readonly copies?: Int32Array;
  /** The least number of distinct subjects who share a published signature. */
  readonly k: number;
  /** Demands beyond k; a class that breaks one of them is suppressed. */
  readonly models?: readonly PrivacyModel[];
  /** The attributes that the models name. They are published as they are. */
  readonly sensitive?: readonly SensitiveAttribute[];
  /** What is to be least. Default: non-uniform entropy, monotonic. */
  readonly metric?: Metric;
  /** Share of units, 0 … 1, that may be removed whole; the limit is floor(units × share). */
  readonly suppressionLimit: number;
  /** Nodes checked before projections are built, which only pays in a long search. Default 40; does not change the result. */
  readonly projectAfter?: number;
  /** When it has passed the best found so far is returned with its gap. Absent: until the optimum is proven. */
  readonly budgetMs?: number;
  /** Most bytes of groupings that are kept to group coarser nodes from. Default 384 MiB; does not change the result. */
  readonly snapshotBytes?: number;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly checked: number;
  readonly best: number;
  readonly lowerBound: number;
}

export interface Anonymization {
  /** One level per quasi-identifier, in the problem's order. */
  readonly transformation: readonly number[];
  readonly loss: number;
  /** The same as a list; of more than one number only when the metric's aggregate is `rank`, whose first it is. */
  readonly lossVector: LossVector;
  /** No allowed transformation of less loss than this meets the demands. */
  readonly lowerBound: number;
  /** (loss − lowerBound) / loss; 0 exactly when `optimal`, but that `rank` compares more than the first number. */
  readonly gap: number;
  readonly optimal: boolean;
  /** unit → 1 if its rows are published, 0 if it is removed whole. */
  readonly keep: Uint8Array;
  readonly units: number;
  readonly suppressedUnits: number;
  readonly suppressedRows: number;
  /** Published signatures, and the fewest distinct subjects behind one of them (0 when nothing is published). */
  readonly classes: number;
  readonly smallestClass: number;
  /** Transformations whose grouping was looked at, of `latticeSize`. */
  readonly checked: number;
  readonly latticeSize: number;
  readonly seconds: number;
}
