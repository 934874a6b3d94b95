import type { Hierarchy, PrivacyModel } from '../anonymize/index.js';
import type { UtilityReport } from './report-figures.js';

interface ColumnText {
  readonly name: string;
  readonly title: string;
  /** `codes[row]`, not negative: an index into the hierarchy's levels, or into `words`. */
  readonly codes: Int32Array;
  /**
   * Whether the rows of a unit may differ. Say it where it is known beforehand: absent, the data is asked, and the steps
   * in which counts are told then tell whether rows of any unit differ, left out or not.
   */
  readonly scope?: 'unit' | 'row';
}

export interface QuasiIdentifierInput extends ColumnText {
  readonly role: 'quasi-identifier';
  readonly hierarchy: Hierarchy;
  /** The levels in words, finest first; the top, which is "not shown", may be left out. */
  readonly levels: readonly string[];
}

/** A column that is published as it is. */
export interface MatterInput extends ColumnText {
  readonly role: 'sensitive' | 'insensitive';
  /** Code → the word that the file shows, or would show: what is not fit to be published must read `other` here already. */
  readonly words: readonly string[];
}

export type ColumnInput = QuasiIdentifierInput | MatterInput;

/**
 * What a release is made from, without repetition: the rows, units and copies of a `Problem` (anonymize/problem.ts), so
 * that the same arrays serve both, and what became of each unit. Grows with distinct units, not with rows.
 */
export interface ReportInput {
  readonly release: {
    readonly dataset: string;
    readonly title: string;
    readonly version: string;
    /** What a unit is, in one word: `complaint`. */
    readonly unitWord: string;
  };
  readonly k: number;
  readonly rows: number;
  /** row → unit, 0 … units − 1. Absent: every row is its own unit. */
  readonly unit?: Int32Array;
  /** unit → how many units exactly alike it stands for. Absent: 1. Not together with `subject`. */
  readonly copies?: Int32Array;
  /** unit → the person whose privacy counts. Absent: every unit, and every copy, its own. */
  readonly subject?: Int32Array;
  /** unit → 0 when it is left out whole, else 1 + its place in `rounds`. The engine's `keep` fits where there is one round. */
  readonly round: Uint8Array;
  /** Per round the levels chosen, in the order of the quasi-identifiers among `columns`; the first is the release's own. */
  readonly rounds: readonly (readonly number[])[];
  /** In the order of the file; keys left out. */
  readonly columns: readonly ColumnInput[];
  readonly models?: readonly PrivacyModel[];
  /** What the search says of its result; absent: not said. */
  readonly search?: { readonly optimal: boolean; readonly gap: number };
  /** The report of the release before this one. */
  readonly previous?: UtilityReport;
  /**
   * Numbers from 0 to below 1 for the blur of distances and losses. A reader who can guess them can take the blur away:
   * absent, they come from the system's secure source.
   */
  readonly random?: () => number;
}
