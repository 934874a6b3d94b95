import type { Manifest } from '../manifest.js';
import type { SeriesClaim } from '../manifest.js';
import { Words } from './words.js';

/** A release as a reader has it: one entry a unit, everything told apart by number only. */
export interface PublishedRelease {
  /** Position in the series, from 0. */
  readonly at: number;
  readonly manifest: Manifest & { readonly series: SeriesClaim };
  readonly pseudonyms: readonly string[];
  /** unit → number of its signature in `Vocabulary.signatures` */
  readonly signature: Int32Array;
  /** unit → number of everything else that its rows show, apart from its own pseudonym */
  readonly content: Int32Array;
  /** Per sensitive column, in the manifest's order: unit → number of what its rows say there together */
  readonly sensitive: readonly Int32Array[];
  readonly subject: Int32Array;
  /** unit → line of its first row */
  readonly line: Int32Array;
}

/** Numbers that mean the same in all releases of a series. */
export class Vocabulary {
  readonly signatures = new Words();
  readonly contents = new Words();
  readonly sensitive = new Words();
  readonly subjects = new Words();
}

/** What parts the words of a row, and the rows of a unit, in a signature. */
export const WORD = '\u001f';
export const ROW = '\u001e';
