import type { Metric } from '../metric.js';
import type { PrivacyModel } from '../privacy-model.js';
import type { Anonymization, Problem, QuasiIdentifier, SensitiveAttribute } from '../problem.js';

/** One of several tables whose rows carry the key of the same unit: complaints, their allegations, their people. */
export interface LinkedTable {
  readonly name: string;
  readonly rows: number;
  readonly quasiIdentifiers: readonly QuasiIdentifier[];
  /** row → unit of all tables together, 0 … units − 1. A unit may have no row in a table; in one of them it has. */
  readonly unit: Int32Array;
  readonly sensitive?: readonly SensitiveAttribute[];
}

/** Tables that a reader can join. What is asked is asked of the join. */
export interface LinkedTables extends Pick<Problem, 'subject' | 'k' | 'suppressionLimit' | 'budgetMs' | 'onProgress'> {
  readonly tables: readonly LinkedTable[];
  /** Models name an attribute as `<table>.<attribute>`. */
  readonly models?: readonly PrivacyModel[];
  /** Weights, where given, stand in the order of the tables and of their columns. */
  readonly metric?: Metric;
}

export interface LinkedAnonymization {
  /** The search as one; its `keep` holds for all tables, its classes are the units' signatures over all of them. */
  readonly whole: Anonymization;
  readonly tables: readonly AnonymizedTable[];
}

export interface AnonymizedTable {
  readonly name: string;
  /** One level per quasi-identifier of the table. */
  readonly transformation: readonly number[];
  readonly rows: number;
  readonly units: number;
  readonly suppressedRows: number;
  readonly suppressedUnits: number;
}
