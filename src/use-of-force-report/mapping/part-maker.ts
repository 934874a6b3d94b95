import type { FieldRule, Fields, PartRule } from './mapping.js';
import type { CellReading } from './read-cell.js';
import type { CellOf, FieldReader } from './read-field.js';

type Row = readonly string[];
type Cell = (row: Row, column: string) => string;
type ReaderOf = (rule: FieldRule) => FieldReader;

export interface FieldReading {
  name: string;
  rule: FieldRule;
  reading: CellReading;
}

/** A part as it was read. `rows`: those that made it; `row`: the first of them, or the row's number-th part of it. */
export interface MadePart {
  readings: FieldReading[];
  row: string;
  rows: string[];
  /** Columns of parallel lists whose lengths differ */
  faults: string[];
}

interface Plan {
  name: string;
  rule: FieldRule;
  reader: FieldReader;
}

/** Makes parts by one rule out of a report's rows, in order: row by row. */
export class PartMaker {
  private readonly fields: readonly Plan[];
  private readonly alone: readonly Plan[];
  /** The columns that hold lists, where the parts come from them */
  private readonly lists: readonly FieldReader[];

  constructor(
    private readonly rule: PartRule,
    private readonly cell: Cell,
    readerOf: ReaderOf,
  ) {
    this.fields = plansOf(rule.fields, readerOf);
    this.alone = plansOf(rule.alone ?? {}, readerOf);
    const listed = this.fields.flatMap(({ reader }) => reader.rules()).filter(({ column }) => column !== undefined);
    this.lists = listed.map(readerOf);
  }

  make(rows: readonly Row[]): MadePart[] {
    const made = rows.flatMap((row, index) => this.ofRow(row, String(index)));
    const { key } = this.rule;
    const distinct = key === undefined ? made : this.merged(made, rows, key);
    const [only, first] = [distinct[0], rows[0]];
    if (only && first && distinct.length === 1 && this.alone.length > 0)
      only.readings.push(...readingsOf(this.alone, ({ column = '' }) => this.cell(first, column)));
    return distinct;
  }

  private ofRow(row: Row, name: string): MadePart[] {
    if (this.rule.from === 'lists') return this.ofLists(row, name);
    if (this.rule.from === 'row') return [this.part(name, ({ column = '' }) => this.cell(row, column))];
    const parts = Array.from({ length: this.rule.most ?? 1 }, (_, index) => {
      const n = String(index + 1);
      return this.part(`${name}.${n}`, ({ column = '' }) => this.cell(row, column.replaceAll('{n}', n)));
    });
    return parts.filter(saysAnything);
  }

  /** The first items of all lists make one part, the second another. A list that is empty says nothing of any. */
  private ofLists(row: Row, name: string): MadePart[] {
    const lists = this.lists.map(({ rule, cells }) => ({
      rule,
      items: cells.words.split(this.cell(row, rule.column ?? '')),
    }));
    const most = lists.reduce((longest, { items }) => Math.max(longest, items.length), 0);
    const parts: MadePart[] = [];
    for (let index = 0; index < most; index++) {
      const part = this.part(name, (of) => lists.find(({ rule }) => rule === of)?.items[index] ?? '');
      if (saysAnything(part)) parts.push(part);
    }
    const differing = lists.filter(({ items }) => items.length > 0 && items.length !== most);
    if (differing.length > 0) parts[0]?.faults.push(...differing.map(({ rule }) => rule.column ?? ''));
    return parts;
  }

  private part(row: string, cellOf: CellOf): MadePart {
    return { readings: readingsOf(this.fields, cellOf), row, rows: [row], faults: [] };
  }

  private merged(made: readonly MadePart[], rows: readonly Row[], columns: readonly string[]): MadePart[] {
    const byKey = new Map<string, MadePart>();
    for (const part of made) {
      const row = rows[parseInt(part.row, 10)] ?? [];
      const key = columns.map((column) => this.cell(row, column).trim()).join('\u0001');
      const before = byKey.get(key);
      if (before) before.rows.push(part.row);
      else byKey.set(key, part);
    }
    return [...byKey.values()];
  }
}

function plansOf(fields: Fields, readerOf: ReaderOf): Plan[] {
  return Object.entries(fields).map(([name, rule]) => ({ name, rule, reader: readerOf(rule) }));
}

function readingsOf(plans: readonly Plan[], cellOf: CellOf): FieldReading[] {
  return plans.map(({ name, rule, reader }) => ({ name, rule, reading: reader.read(cellOf) }));
}

/** Whether any cell of it says anything: constants alone make no part. */
function saysAnything({ readings }: MadePart): boolean {
  return readings.some(({ rule, reading }) => rule.column !== undefined && !('blank' in reading && !reading.aside));
}
