import type { FieldRule, Fields, PartRule } from './mapping.js';
import type { CellReading } from './read-cell.js';
import type { CellOf, FieldReader } from './read-field.js';

type Row = readonly string[];
type Cell = (row: Row, column: string) => string;
type ReaderOf = (rule: FieldRule) => FieldReader;

/** A part as it was read. `rows`: those that made it; `row`: the first of them, or the row's number-th part of it. */
export interface MadePart {
  readings: Map<string, { rule: FieldRule; reading: CellReading }>;
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
  if (rule.from === 'row') return made([ofFields(rule.fields, name, (of) => cell(row, of.column ?? ''), readerOf)]);
  const numbers = Array.from({ length: rule.most ?? 1 }, (_, index) => String(index + 1));
  const numbered = numbers.map((n) => {
    const cellOf: CellOf = (of) => cell(row, of.column?.replaceAll('{n}', n) ?? '');
    return ofFields(rule.fields, `${name}.${n}`, cellOf, readerOf);
  });
  return made(numbered.filter(saysAnything));
}

function ofFields(fields: Fields, place: string, cellOf: CellOf, readerOf: ReaderOf): MadePart {
  const part: MadePart = { readings: new Map(), row: place, rows: new Set([place]), faults: [] };
  for (const name in fields) {
    const rule = fields[name];
    if (rule) part.readings.set(name, { rule, reading: readerOf(rule).read(cellOf) });
  }
  return part;
}

/** The first items of all lists make one part, the second another. A list that is empty says nothing of any. */
function ofLists(fields: Fields, row: Row, name: string, cell: Cell, readerOf: ReaderOf): MadePart[] {
  const lists = new Map<FieldRule, readonly string[]>();
  for (const reader of Object.values(fields).map(readerOf))
    for (const rule of reader.rules())
      if (rule.column !== undefined) lists.set(rule, readerOf(rule).cells.words.split(cell(row, rule.column)));
  const lengths = [...lists.values()].map(({ length }) => length).filter((length) => length > 0);
  const most = Math.max(0, ...lengths);
  const differing = [...lists].filter(([, items]) => items.length > 0 && items.length !== most);
  const parts = Array.from({ length: most }, (_, index) =>
    ofFields(fields, name, (rule) => lists.get(rule)?.[index] ?? '', readerOf),
  ).filter(saysAnything);
  parts[0]?.faults.push(...differing.map(([rule]) => rule.column ?? ''));
  return parts;
}

/** Whether any cell of it says anything: constants alone make no part. */
function saysAnything({ readings }: MadePart): boolean {
  for (const { rule, reading } of readings.values())
    if (rule.column !== undefined && !('blank' in reading && !reading.aside)) return true;
  return false;
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
  const { readings } = ofFields(fields, part.row, (rule) => cell(row, rule.column ?? ''), readerOf);
  for (const [name, reading] of readings) part.readings.set(name, reading);
}
