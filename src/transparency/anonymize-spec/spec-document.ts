import type { DateStep, Metric, PrivacyModel } from '../anonymize/index.js';
import type { DatePrecision } from '../verify/index.js';

/** How a column's values may be made coarser, finest first; "not shown" is always the last step. */
export type SpecHierarchy =
  /** A file beside the spec: one line a value, its words from the value to the coarsest, `;` or `,` between. */
  | { readonly file: string }
  /** Whole numbers in bands of these widths, each a multiple of the one before. */
  | { readonly bands: readonly number[]; readonly bottom?: number; readonly top?: number }
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  | { readonly dates: readonly DateStep[] }
  /** `district 4 / beat 12` with ` / `: the beat, then the district. */
  | { readonly within: string }
  /** Value → group; each further table groups the groups. */
  | { readonly groups: readonly Readonly<Record<string, string>>[] }
  /** The value or nothing. */
  | { readonly flat: true };

interface Named {
  readonly name: string;
  /** What readers are told that it holds. */
  readonly description?: string;
}

export interface SpecQuasiIdentifier extends Named {
  readonly role: 'quasi-identifier';
  readonly hierarchy: SpecHierarchy;
  /** The levels in words, finest first, without "not shown". */
  readonly levels?: readonly string[];
  readonly minLevel?: number;
  readonly maxLevel?: number;
  readonly weight?: number;
  /** The same on all rows of a unit; checked. */
  readonly perUnit?: boolean;
}

export interface SpecMatter extends Named {
  readonly role: 'sensitive' | 'insensitive';
  /** `common` (default): a word that fewer than k published units use reads `other`. `all`: as they are. Or these alone. */
  readonly words?: 'common' | 'all' | readonly string[];
  /** The finest date that it may show. */
  readonly dates?: DatePrecision;
  readonly hierarchy?: SpecHierarchy;
  /** From least to greatest, for ordered distance. */
  readonly order?: readonly string[];
}

/** `unit`: its equal values join rows of one case. `key`: joins rows of several. Both get pseudonyms. */
export interface SpecOther extends Named {
  readonly role: 'identifier' | 'unit' | 'key' | 'subject';
}

export type SpecColumn = SpecQuasiIdentifier | SpecMatter | SpecOther;

/** A release of any table, as somebody writes it down; docs/release-spec.schema.json is its form. */
export interface SpecDocument {
  readonly dataset: string;
  readonly title?: string;
  readonly description?: string;
  readonly k: number;
  readonly suppressionLimit?: number;
  readonly models?: readonly PrivacyModel[];
  readonly metric?: Omit<Metric, 'weights'>;
  readonly budgetSeconds?: number;
  /** Gives the same pseudonyms again; whoever has it can test guesses. Absent: drawn and thrown away. */
  readonly seed?: string;
  readonly columns: readonly SpecColumn[];
}
