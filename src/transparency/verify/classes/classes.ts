import { Numbers } from './numbers.js';
import { Pairs } from './pairs.js';
import { Sequences } from './sequences.js';
import { ValueCounts } from './value-counts.js';

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
  /** tuple → the class of single rows that have it, class → its only cell; both + 1 */
  private readonly lone = new Numbers();
  private readonly only = new Numbers();
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
      const cell = given === null ? this.onlyCell(id, tuples.at(0)) : cells.id(id, given[row]!);
      if (cell === classOfCell.length) classOfCell.push(id);
      for (let a = 0; a < attributes.length; a++) attributes[a]!.count(cell, values[a]!.at(row));
    }
    return id;
  }

  /** The cell of a class of single rows: looked up once. */
  private onlyCell(id: number, tuple: number): number {
    const known = this.only.at(id);
    if (known > 0) return known - 1;
    const cell = this.cells.id(id, tuple);
    this.only.add(id, cell + 1);
    return cell;
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
