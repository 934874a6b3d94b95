/** One line of a hierarchy, parents before children; the number of @ is the depth, as sdcTable writes it. */
export interface HierarchyLine {
  readonly level: string;
  readonly name: string;
}

/** Rows of "parts less whole is 0" as a sparse matrix: row i, cell j (both from 1), factor v. */
export interface Constraints {
  readonly i: readonly number[];
  readonly j: readonly number[];
  readonly v: readonly number[];
}

/** A cell is named by its word in every dimension: `{ "district": "3", "finding": "Total", "freq": 14 }`. */
export interface TableCell {
  readonly [dimension: string]: unknown;
  /** How many people (or cases) the cell counts. */
  readonly freq: number;
  /** `u`: primary, whatever the threshold says. */
  readonly sdcStatus?: string;
  /** Cells of linked tables and earlier releases that have the same key are the same cell. By default the key is made of
   * the words of all dimensions but totals: {race: Total, district: 3} is the same cell in every table. */
  readonly key?: string;
  /** Nobody can be here (a finding that the charter does not know): published as 0 and of no use as cover. */
  readonly structural?: boolean;
  /** In a table of sums: the money paid, and the two largest payments in it. */
  readonly sum?: number;
  readonly largest?: readonly [number, number];
}

/** A release before this one. `freq: null` is a cell that it withheld. */
export interface EarlierTable {
  readonly name?: string;
  /** How its counts compare with those of the next release that has the cell: `equal`, or `grows` (never fewer later). */
  readonly relation: 'equal' | 'grows';
  readonly dims?: readonly string[];
  readonly hierarchies?: Readonly<Record<string, readonly HierarchyLine[]>>;
  readonly constraints?: Constraints;
  readonly cells: readonly (Omit<TableCell, 'freq'> & { readonly freq: number | null })[];
}

/** A frequency table, or a table of sums of money, before publication. */
export interface TableSpec {
  readonly name: string;
  /** The greatest count that is withheld: counts 1 to this are primary. The least that may show is one more. */
  readonly threshold: number;
  readonly dims: readonly string[];
  /** Needed when `constraints` are absent. */
  readonly hierarchies?: Readonly<Record<string, readonly HierarchyLine[]>>;
  readonly constraints?: Constraints;
  readonly cells: readonly TableCell[];
  readonly measure?: 'count' | 'sum';
  /** Of sums: nobody in a cell may be able to tell another's payment to within this percentage (p % rule). Default 10. */
  readonly percent?: number;
  /** Also protect totals all of whose people stand in one cell (100 % cells). Zeros beside it then serve as cover. */
  readonly groupDisclosure?: boolean;
  /** Tables with the same word here are published together and share cells. */
  readonly linked?: string;
  /** Oldest first. */
  readonly earlier?: readonly EarlierTable[];
}
