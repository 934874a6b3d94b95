import type { DateStep } from '../anonymize/index.js';

/**
 * How a quasi-identifier may be coarsened. Base values: `dates` `YYYY-MM`, `bands` whole numbers, `within` a finer place in
 * a coarser one (`04 beat 0421` → `04`), `vocabulary` a code of the charter and then its group, `flat` nothing but all or none.
 */
export type HierarchyRule =
  | { readonly kind: 'dates'; readonly steps: readonly DateStep[] }
  | { readonly kind: 'bands'; readonly widths: readonly number[]; readonly bottom: number; readonly top: number }
  | { readonly kind: 'within'; readonly separator: string }
  | { readonly kind: 'vocabulary'; readonly vocabulary: 'allegations' }
  | { readonly kind: 'flat' };

/** Every value of the column stands in that column of the other dataset, so far as both are released of one source. */
export interface ColumnReference {
  readonly dataset: string;
  readonly column: string;
}

export interface ColumnText {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly references?: ColumnReference;
}

/** A key column of another dataset that holds the same pseudonyms. */
export interface ColumnReference {
  readonly dataset: string;
  readonly column: string;
}

/** A fresh pseudonym for the length of one release. `repeats`: it may stand on rows of several units, and joins them. */
export interface KeySpec extends ColumnText {
  readonly role: 'key';
  readonly repeats: boolean;
  readonly references?: ColumnReference;
}

/** What a reader may know of a person from elsewhere. */
export interface QuasiIdentifierSpec extends ColumnText {
  readonly role: 'quasi-identifier';
  readonly hierarchy: HierarchyRule;
  /** The levels in words, finest first, without the last, which is "not shown". */
  readonly levels: readonly string[];
  /** The finest level that may ever be published. */
  readonly minLevel: number;
  readonly scope: 'unit' | 'row';
  /** The charter's words for it: published whoever uses them, where a charter has the column published as it is. */
  readonly vocabulary?: 'races' | 'genders';
}

/**
 * What the release is about. Only words that are known beforehand (`words`, or a vocabulary of the charter), or that at
 * least k units use, are published; any other reads `other`, so that a free text can never come through.
 */
export interface MatterSpec extends ColumnText {
  readonly role: 'sensitive' | 'insensitive';
  readonly type: 'text' | 'boolean';
  readonly words?: readonly string[];
  readonly vocabulary?: 'disciplines' | 'forceTypes';
  /** The cell is a list of words, joined by `; `. */
  readonly list?: boolean;
  /** The utility report says of whom more was left out, by this column: what the data is read for. */
  readonly reported?: boolean;
}

export type ColumnSpec = KeySpec | QuasiIdentifierSpec | MatterSpec;

/** Columns of the source, never published as they are, by which the charter's terms on officers are applied. */
export interface OfficerSpec {
  /** The published key column. */
  readonly key: string;
  /** Identified officers only; null: nobody knows yet who it was. */
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  /** ISO date of the incident */
  readonly on: string;
  /** Generic class of the finding; null where the dataset has none. */
  readonly outcome: string | null;
  /** Codes joined as in list columns; null where the dataset has none. */
  readonly forceTypes: string | null;
}

/** What is released, as data. Nothing that is not a column here can leave. */
export interface ReleaseSpec {
  readonly dataset: string;
  readonly title: string;
  /** What one row is, in one sentence: the first thing that a reader gets wrong. */
  readonly oneRow: string;
  /** What the figures do not say. */
  readonly caveats: readonly string[];
  /** Column whose equal values join the rows of one case or incident: k counts these. */
  readonly unit: string;
  /** What a unit is, in words. */
  readonly unitWord: string;
  /** Its rows are of complaints: a complaint that is sealed or destroyed recalls it. Said where `unit` is not `complaint`. */
  readonly ofComplaints?: true;
  readonly columns: readonly ColumnSpec[];
  /** null: no officer stands in it */
  readonly officer: OfficerSpec | null;
  /** One SELECT: a text for each column under its name, and those of `officer`. It takes no parameter; RLS gives the place. */
  readonly source: string;
}

export const isQuasiIdentifier = (column: ColumnSpec): column is QuasiIdentifierSpec =>
  column.role === 'quasi-identifier';

/** The separator of list columns, in the source and in the file. */
export const LIST_SEPARATOR = '; ';
