import { Numbers } from './numbers.js';
import { Pairs } from './pairs.js';
import { Sequences } from './sequences.js';

/** The rows of a unit: row i has the quasi-identifiers `tuples[i]` and, of attribute a, the value `values[a][i]`. */
export interface UnitRows {
  readonly tuples: Numbers;
  readonly values: readonly Numbers[];
}

/**
 * Units that look alike. A unit's signature is the multiset of its rows' quasi-identifiers; units of equal signature
 * are a class. A reader who knows somebody cannot tell apart the rows of a class that have equal quasi-identifiers:
 * they are a cell, and its sensitive values are counted.
 */
export class Classes {
  /** class → distinct subjects, rows, units, and the line where it first stands */
  readonly subjects = new Numbers();
  readonly rows = new Numbers();
  readonly units = new Numbers();
  readonly lines = new Numbers();
  readonly attributes: readonly ValueCounts[];
  /** cell → class */
  readonly classOfCell = new Numbers();
  private readonly signatures = new Sequences();
  private readonly cells = new Pairs();
  private readonly members = new Pairs();
  private readonly lone = new Numbers();
  private readonly one = new Int32Array(1);
  private seen = 0;

  constructor(attributes: number) {
    this.attributes = Array.from({ length: attributes }, () => new ValueCounts());
  }

  get count(): number {
    return this.signatures.count;
  }

  /** @param subject null when every unit is another person @returns the unit's class */
  add({ tuples, values }: UnitRows, subject: number | null, line: number): number {
    const { attributes, cells, classOfCell } = this;
    const size = tuples.length;
    const given = attributes.length > 0 && size > 1 ? tuples.list.slice() : null;
    const id = size === 1 ? this.classOfTuple(tuples.at(0)) : this.signatures.id(tuples.list.sort(), size);
    if (id === this.lines.length) this.lines.push(line);
    this.rows.add(id, size);
    this.units.add(id, 1);
    this.subjects.add(id, subject === null || this.isNew(id, subject) ? 1 : 0);
    if (attributes.length === 0) return id;
    for (let row = 0; row < size; row++) {
      const cell = cells.id(id, given === null ? tuples.at(0) : given[row]!);
      if (cell === classOfCell.length) classOfCell.push(id);
      for (let a = 0; a < attributes.length; a++) attributes[a]!.count(cell, values[a]!.at(row));
    }
    return id;
  }

  /** Most units are one row: their signature is looked up once a tuple. */
  private classOfTuple(tuple: number): number {
    const known = this.lone.at(tuple);
    if (known > 0) return known - 1;
    this.one[0] = tuple;
    const id = this.signatures.id(this.one, 1);
    this.lone.add(tuple, id + 1);
    return id;
  }

  private isNew(id: number, subject: number): boolean {
    const isNew = this.members.id(id, subject) === this.seen;
    if (isNew) this.seen++;
    return isNew;
  }
}

/** What promises beyond k are held against. */
export type Counted = Pick<Classes, 'attributes' | 'classOfCell' | 'lines' | 'rows' | 'count'>;

/** How often each value of an attribute stands in each cell. */
export class ValueCounts {
  private readonly pairs = new Pairs();
  private readonly cells = new Numbers();
  private readonly values = new Numbers();
  private readonly counts = new Numbers();

  /** @param value below 0: the row has none */
  count(cell: number, value: number): void {
    if (value < 0) return;
    const pair = this.pairs.id(cell, value);
    if (pair === this.cells.length) {
      this.cells.push(cell);
      this.values.push(value);
    }
    this.counts.add(pair, 1);
  }

  /** Calls `visit` once a cell with the values that it holds and how often. The lists are views. */
  each(cells: number, visit: (cell: number, values: Int32Array, counts: Int32Array) => void): void {
    const starts = new Int32Array(cells + 1);
    for (const cell of this.cells.list) starts[cell + 1]!++;
    for (let cell = 0; cell < cells; cell++) starts[cell + 1] = starts[cell + 1]! + starts[cell]!;
    const next = starts.slice();
    const values = new Int32Array(this.cells.length);
    const counts = new Int32Array(this.cells.length);
    for (let pair = 0; pair < values.length; pair++) {
      const cell = this.cells.at(pair);
      const to = next[cell]!;
      next[cell] = to + 1;
      values[to] = this.values.at(pair);
      counts[to] = this.counts.at(pair);
    }
    for (let cell = 0; cell < cells; cell++)
      visit(cell, values.subarray(starts[cell], starts[cell + 1]), counts.subarray(starts[cell], starts[cell + 1]));
  }
}
