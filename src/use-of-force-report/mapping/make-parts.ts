import type { FieldRule, Fields, PartRule } from './mapping.js';
import type { CellReader, CellReading } from './read-cell.js';

type Row = readonly string[];
type Cell = (row: Row, column: string) => string;
type ReaderOf = (rule: FieldRule) => CellReader;

/** A part as it was read. `rows`: those that made it; `row`: the first of them, or the row's number-th part of it. */
export interface MadePart {
  readings: Record<string, { rule: FieldRule; reading: CellReading }>;
  row: string;
  rows: Set<string>;
  /** Columns of parallel lists whose lengths differ */
  faults: string[];
}

/** The parts that the rules make of a report's rows, in order: rule by rule, row by row. */
export function makeParts(
  rules: readonly PartRule[],
  rows: readonly Row[],
  cell: Cell,
  readerOf: ReaderOf,
): MadePart[] {
  return rules.flatMap((rule) => {
    const made = rows.flatMap((row, index) => ofRow(rule, row, String(index), cell, readerOf));
    const distinct = rule.key === undefined ? made.map(({ part }) => part) : merged(made);
    const [only, ...others] = distinct;
    if (rule.alone && only && others.length === 0) addAlone(only, rule.alone, rows[0] ?? [], cell, readerOf);
    return distinct;
  });
}

interface Made {
  part: MadePart;
  key: string;
}

function ofRow(rule: PartRule, row: Row, name: string, cell: Cell, readerOf: ReaderOf): Made[] {
  const key = (rule.key ?? []).map((column) => cell(row, column).trim()).join('\u0001');
  const made = (parts: MadePart[]): Made[] => parts.map((part) => ({ part, key }));
  if (rule.from === 'lists') return made(ofLists(rule.fields, row, name, cell, readerOf));
  const numbers = rule.from === 'columns' ? Array.from({ length: rule.most ?? 1 }, (_, index) => index + 1) : [0];
  const numbered = numbers.map((n) => {
    const place = n === 0 ? name : `${name}.${n}`;
    return ofFields(rule.fields, place, (of) => cell(row, of.column?.replaceAll('{n}', String(n)) ?? ''), readerOf);
  });
  return made(numbered.filter((part) => rule.from === 'row' || saysAnything(part)));
}

function ofFields(fields: Fields, place: string, cellOf: (rule: FieldRule) => string, readerOf: ReaderOf): MadePart {
  const readings = Object.entries(fields).map(([name, rule]) => {
    const reading: CellReading =
      rule.value !== undefined
        ? { value: rule.value }
        : rule.link
          ? { blank: true }
          : readerOf(rule).read(cellOf(rule));
    return [name, { rule, reading }] as const;
  });
  return { readings: Object.fromEntries(readings), row: place, rows: new Set([place]), faults: [] };
}

/** The first items of all lists make one part, the second another. A list that is empty says nothing of any. */
function ofLists(fields: Fields, row: Row, name: string, cell: Cell, readerOf: ReaderOf): MadePart[] {
  const lists = new Map<FieldRule, readonly string[]>();
  for (const rule of Object.values(fields))
    if (rule.column !== undefined) lists.set(rule, readerOf(rule).words.split(cell(row, rule.column)));
  const lengths = [...lists.values()].map(({ length }) => length).filter((length) => length > 0);
  const most = Math.max(0, ...lengths);
  const differing = [...lists].filter(([, items]) => items.length > 0 && items.length !== most);
  return Array.from({ length: most }, (_, index) => {
    const part = ofFields(fields, name, (rule) => lists.get(rule)?.[index] ?? '', readerOf);
    if (index === 0) part.faults.push(...differing.map(([rule]) => rule.column ?? ''));
    return part;
  });
}

/** Whether any cell of it says anything: constants alone make no part. */
function saysAnything({ readings }: MadePart): boolean {
  return Object.values(readings).some(({ rule, reading }) => rule.column !== undefined && !('blank' in reading));
}

function merged(made: readonly Made[]): MadePart[] {
  const byKey = new Map<string, MadePart>();
  for (const { part, key } of made) {
    const before = byKey.get(key);
    if (before) for (const row of part.rows) before.rows.add(row);
    else byKey.set(key, part);
  }
  return [...byKey.values()];
}

function addAlone(part: MadePart, fields: Fields, row: Row, cell: Cell, readerOf: ReaderOf): void {
  Object.assign(part.readings, ofFields(fields, part.row, (rule) => cell(row, rule.column ?? ''), readerOf).readings);
}
