import type { OpenClaims, OpenColumn } from './open-manifest.js';

type Row = readonly string[];
const SEPARATOR = '; ';
/** Stands before every character that a cell may hold: rows that are joined by it sort as their cells do. */
const CELL_END = '\u0000';

export const joinCells = (cells: readonly string[]): string => cells.join(CELL_END);

/**
 * What a cut must hold of one unit of its source, worked out again from the source's rows by the manifest's rules. It shares
 * no code with what made the cut, which asked a database.
 */
export class ExpectedRows {
  private readonly places: ReadonlyMap<string, number>;

  /** @param header the source's columns */
  constructor(
    private readonly claims: OpenClaims,
    header: readonly string[],
  ) {
    this.places = new Map(header.map((name, at) => [name, at]));
  }

  /** The cell of a column; of one that the source has not, nothing. */
  cell(row: Row, name: string): string {
    return row[this.places.get(name) ?? -1] ?? '';
  }

  /** Joined, and sorted as the file must be. */
  of(unit: readonly Row[]): string[] {
    const { cut, columns } = this.claims;
    const { by = [], each, where } = cut ?? {};
    const kept = where === undefined ? unit : unit.filter((row) => where.some((name) => this.cell(row, name) !== ''));
    const taken = each === undefined ? kept : kept.flatMap((row) => this.pieces(row, each));
    const groups = by.length === 0 ? taken.map((row) => [row]) : this.grouped(taken, by);
    return groups.map((rows) => joinCells(columns.map((column) => this.made(column, rows)))).sort();
  }

  private made({ cut }: OpenColumn, rows: readonly Row[]): string {
    if (cut === undefined) return '';
    const told = rows.map((row) => this.cell(row, cut.of)).filter((cell) => cell !== '');
    return cellOf(cut, told, rows.length);
  }

  /** The row once for each word of its list. */
  private pieces(row: Row, each: string): Row[] {
    const at = this.places.get(each) ?? -1;
    return wordsIn(row[at]).map((word) => row.map((cell, place) => (place === at ? word : cell)));
  }

  private grouped(rows: readonly Row[], by: readonly string[]): Row[][] {
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      const name = joinCells(by.map((column) => this.cell(row, column)));
      const group = groups.get(name);
      if (group) group.push(row);
      else groups.set(name, [row]);
    }
    return [...groups.values()];
  }
}

/** @param told what is not empty of the rows' cells @param rows how many they are */
function cellOf(cut: NonNullable<OpenColumn['cut']>, told: readonly string[], rows: number): string {
  switch (cut.rule) {
    case 'value':
      return [...told].sort()[0] ?? '';
    case 'words':
      return [...new Set(told.flatMap(wordsIn))].sort().join(SEPARATOR);
    case 'gravest':
      return gravest(told, cut.ranks ?? []);
    case 'distinct':
      return String(new Set(told).size);
    case 'rows':
      return String(rows);
    default:
      return told.includes('true') ? 'true' : told.includes('false') ? 'false' : '';
  }
}

function gravest(told: readonly string[], ranks: readonly string[]): string {
  return ranks.find((rank) => told.includes(rank)) ?? [...told].sort()[0] ?? '';
}

function wordsIn(cell = ''): string[] {
  return cell === '' ? [] : cell.split(SEPARATOR);
}
