import type { PublishedColumn, PublishedRelease } from '../../published/release-descriptor.js';

/** A column as a release’s manifest has it. */
export interface ToldColumn extends PublishedColumn {
  /** Every word that stands in the column; absent of pseudonyms, of lists of words, and where nothing was anonymized */
  values?: string[];
  /** Of a dataset that is cut from another: how the cell is made of the other’s rows */
  cut?: { rule: string };
}

export interface FactColumn extends ToldColumn {
  /** A cell of it may hold several words, joined by `; ` */
  isList: boolean;
  /** What may be chosen in it: its values, or the words of its lists, where they are few enough to look through */
  choices: string[] | null;
  /** Stands for one complaint, incident or officer: nothing can be counted by it */
  isPseudonym: boolean;
}

export interface ReleaseFile {
  name: string;
  bytes: number;
  sha256: string;
}

export interface ReleaseFacts {
  version: string;
  publishedAt: Date;
  rows: number;
  files: ReleaseFile[];
}

export interface WithdrawnFacts {
  version: string;
  withdrawnAt: Date;
  /** In the board's words */
  reason: string;
}

/** A dataset by its newest release, with all that a page says of it. */
export interface DatasetFacts extends PublishedRelease {
  columns: FactColumn[];
  oneRow: string;
  caveats: string[];
  /** How officers are shown, in words */
  officers: string[];
  /** What rows are about, as `complaint`, and the column that says which one; null where a row is all there is */
  unitWord: string | null;
  unit: string | null;
  /** No description is shared by fewer units; null where nothing is coarsened, as of public bodies */
  k: number | null;
  /** Of all units, those left out whole because too few share their description */
  leftOutShare: number | null;
}

export interface DatasetHistory {
  /** Newest first */
  releases: ReleaseFacts[];
  withdrawn: WithdrawnFacts[];
}

/** How the anonymizer writes what it does not show. */
export const NOT_SHOWN = '*';

export const LIST_SEPARATOR = '; ';
