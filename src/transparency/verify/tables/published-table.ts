/** A published cell is named by its word in every dimension. `freq` (of money: `sum`) is null when it was withheld. */
export interface PublishedCell {
  readonly [dimension: string]: unknown;
  readonly freq?: number | null;
  readonly sum?: number | null;
  /** Same key, same cell, across linked tables and releases; by default made of the words that are not totals. */
  readonly key?: string;
}

export interface PublishedRelease {
  readonly name?: string;
  readonly dims?: readonly string[];
  readonly hierarchies?: Readonly<Record<string, readonly { readonly level: string; readonly name: string }[]>>;
  /** Rows i, cells j (both from 1), factors v of sums that are 0. */
  readonly constraints?: {
    readonly i: readonly number[];
    readonly j: readonly number[];
    readonly v: readonly number[];
  };
  readonly cells: readonly PublishedCell[];
}

export interface EarlierRelease extends PublishedRelease {
  /** How its counts compare with the next release's that has the cell: `equal`, or `grows` (never fewer later). */
  readonly relation: 'equal' | 'grows';
}

/** A table as everybody has it, with all else that everybody has: linked tables (same word) and earlier releases. */
export interface PublishedTable extends PublishedRelease {
  readonly name: string;
  /** The greatest count that is withheld for being small. */
  readonly threshold: number;
  readonly dims: readonly string[];
  readonly measure?: 'count' | 'sum';
  readonly linked?: string;
  /** Oldest first. */
  readonly earlier?: readonly EarlierRelease[];
  /** What a reader is taken to know about how large a cell can be. Nothing, by default. */
  readonly upper?: number;
}
