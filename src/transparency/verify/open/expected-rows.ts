import type { OpenClaims, OpenColumn } from './open-manifest.js';

type Row = ReadonlyMap<string, string>;
const SEPARATOR = '; ';

/**
 * What a cut must hold of one unit of its source, worked out again from the source's rows by the manifest's rules. It shares
 * no code with what made the cut, which asked a database. Sorted as the file must be.
 */
export function expectedRows({ cut, columns }: OpenClaims, unit: readonly Row[]): string[][] {
  const { by = [], each, where } = cut ?? {};
  const kept = unit.filter((row) => where === undefined || where.some((name) => (row.get(name) ?? '') !== ''));
  const taken =
    each === undefined ? kept : kept.flatMap((row) => wordsIn(row.get(each)).map((word) => withCell(row, each, word)));
  const groups = by.length === 0 ? taken.map((row) => [row]) : grouped(taken, by);
  return groups.map((rows) => columns.map((column) => cellOf(column, rows))).sort(compareRows);
}

export function compareRows(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((cell, index) => cell !== other[index]);
  return at < 0 ? 0 : one[at]! < (other[at] ?? '') ? -1 : 1;
}

function grouped(rows: readonly Row[], by: readonly string[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = JSON.stringify(by.map((column) => row.get(column) ?? ''));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}

function cellOf({ cut }: OpenColumn, rows: readonly Row[]): string {
  if (cut === undefined) return '';
  const told = rows.map((row) => row.get(cut.of) ?? '').filter((cell) => cell !== '');
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
      return String(rows.length);
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

const withCell = (row: Row, name: string, cell: string): Row => new Map(row).set(name, cell);
