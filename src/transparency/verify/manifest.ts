import type { Demand } from './demand.js';

/** The finest date that a column may show; quarters, halves and spans of years count as `year`. */
export type DatePrecision = 'day' | 'month' | 'year';

export interface KeyColumn {
  readonly name: string;
  readonly role: 'key';
  /** It may stand on rows of several units, and joins them: an officer's pseudonym. */
  readonly repeats?: boolean;
}

/** What a reader may know of a person from elsewhere, at the level that was chosen. */
export interface QuasiIdentifierColumn {
  readonly name: string;
  readonly role: 'quasi-identifier';
  readonly level: number;
  /** Every value that the level has; a cell that is not among them comes from a finer level, or from nowhere. */
  readonly values: readonly string[];
  /**
   * What each of the values is part of, coarser and coarser, up to `*`, by which releases of different levels are compared.
   * Needed in a series.
   */
  readonly ancestors?: Readonly<Record<string, readonly string[]>>;
  readonly dates?: DatePrecision;
}

export interface OtherColumn {
  readonly name: string;
  readonly role: 'sensitive' | 'insensitive';
  /** When given, cells are held against it; when absent, cells must be short. */
  readonly values?: readonly string[];
  readonly dates?: DatePrecision;
}

export type ManifestColumn = KeyColumn | QuasiIdentifierColumn | OtherColumn;

/** Where a release stands among those of its dataset. */
export interface SeriesClaim {
  /** Within an epoch the levels are frozen and a unit keeps its pseudonym; between epochs nothing may be joined. */
  readonly epoch: string;
  /** Position in the epoch, from 1. */
  readonly number: number;
  /** What the record holds and this release does not show as it is, or not yet. */
  readonly heldBack: { readonly units: number; readonly rows: number };
}

/** What a release says of its file: everything that the verifier needs besides the file. Other members are ignored. */
export interface Manifest {
  readonly dataset: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly rows: number };
  /** The least number of distinct subjects behind each published signature. */
  readonly k: number;
  /** In the order of the file's header. */
  readonly columns: readonly ManifestColumn[];
  readonly keys: {
    /** Column whose equal values join rows of one case or incident; null: every row stands alone. */
    readonly unit: string | null;
    /** Column that tells subjects apart; the unit's own when every unit is another person; null: not in the file. */
    readonly subject: string | null;
    /** What a pseudonym looks like, as a regular expression; 16 or more lower-case hexadecimal digits when absent. */
    readonly pattern?: string;
  };
  /** Columns by which the rows are sorted (by code unit), a key first: the order in which rows were made must not show. */
  readonly order: readonly string[];
  readonly input: { readonly rows: number; readonly units: number };
  readonly suppressed: { readonly rows: number; readonly units: number };
  /** Further regular expressions that no cell may match. */
  readonly forbidden: readonly { readonly name: string; readonly pattern: string }[];
  /** Promises beyond k. */
  readonly demands?: readonly Demand[];
  /** Every file that is published beside the manifest. When given, no other may stand there. */
  readonly files?: readonly ListedFile[];
  /** Present when readers may join this table with others; without it no key of it may stand in another file. */
  readonly linked?: LinkedTables;
  readonly series?: SeriesClaim;
}

export interface ListedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Tables of one unit that are published side by side, each with a manifest of its own; k holds on their join. */
export interface LinkedTables {
  /** The key column that joins them, the unit's, by its name in this table. */
  readonly by: string;
  /** The data files of all of them, this one too. */
  readonly files: readonly string[];
}
