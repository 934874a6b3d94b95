import { Classes } from '../classes/classes.js';
import type { OnUnit } from '../classes/class-check.js';
import { Numbers } from '../classes/numbers.js';
import { Pairs } from '../classes/pairs.js';
import { checkDemands } from '../demands/demand-check.js';
import { attributesOf, wordsOf } from '../verify-release.js';
import type { TableBeside } from './shared-keys.js';

interface Attribute {
  readonly name: string;
  readonly table: number;
}

/**
 * What a reader has who joins linked tables by their key: of every unit all its rows in all of them. k, and what is
 * promised beyond it, must hold there.
 */
export class JoinedUnits {
  private readonly tables: TableBeside[] = [];
  private readonly attributes: Attribute[] = [];
  private readonly tuples = new Pairs();
  /** row of any table → its unit, its tuple (tables told apart), and its values, an attribute's −1 elsewhere */
  private readonly unitOf = new Numbers();
  private readonly tupleOf = new Numbers();
  private readonly values: Numbers[] = [];
  /** unit → its subject + 1, or 0 when no table tells it; and whether there is a row of it */
  private readonly subjects = new Numbers();

  /** @returns what listens to the table's units; `key` tells the number of the unit that has just ended */
  listen(table: TableBeside, key: () => number): OnUnit {
    const at = this.tables.push(table) - 1;
    const own = attributesOf(table.read.manifest).map((name) => {
      this.values.push(new Numbers());
      return this.attributes.push({ name, table: at }) - 1;
    });
    return (tuples, values, subject) => {
      const unit = key();
      for (let row = 0; row < tuples.length; row++) {
        const place = this.unitOf.length;
        this.unitOf.push(unit);
        this.tupleOf.push(this.tuples.id(at, tuples.at(row)));
        for (const [i, attribute] of own.entries()) this.values[attribute]!.add(place, values[i]!.at(row) + 1);
      }
      if (subject !== null && this.subjects.at(unit) === 0) this.subjects.add(unit, subject + 1);
    };
  }

  check(): void {
    const classes = this.join();
    const k = Math.max(...this.tables.map(({ read }) => read.manifest.k));
    for (const count of classes.subjects.list)
      if (count < k)
        for (const { report } of this.tables)
          report('joined-class-below-k', `${count} subjects share a signature over the linked tables, ${k} must`);
    for (const [at, { read, report }] of this.tables.entries()) {
      const own = this.attributes.flatMap(({ table, name }, a) => (table === at ? [{ a, name }] : []));
      checkDemands(
        read.manifest.demands ?? [],
        {
          attributes: own.map(({ a }) => classes.attributes[a]!),
          classOfCell: classes.classOfCell,
          lines: classes.lines,
          rows: classes.rows,
          count: classes.count,
        },
        {
          attributes: own.map(({ name }) => ({ name, words: wordsOf(read, name) })),
          rows: read.manifest.input.rows,
        },
        report,
      );
    }
  }

  /** Units no table tells the subject of count as one person: doubt fails. */
  private join(): Classes {
    const classes = new Classes(this.attributes.length);
    const told = this.subjects.list.some((subject) => subject > 0);
    const unit = { tuples: new Numbers(), values: this.values.map(() => new Numbers()) };
    const order = Int32Array.from(this.unitOf.list.keys()).sort(
      (a, b) => this.unitOf.at(a) - this.unitOf.at(b) || a - b,
    );
    for (let i = 0; i < order.length; i++) {
      const row = order[i]!;
      unit.tuples.push(this.tupleOf.at(row));
      for (const [a, list] of unit.values.entries()) list.push(this.values[a]!.at(row) - 1);
      const id = this.unitOf.at(row);
      if (i + 1 < order.length && this.unitOf.at(order[i + 1]!) === id) continue;
      classes.add(unit, told ? this.subjects.at(id) : null, 0);
      unit.tuples.clear();
      for (const list of unit.values) list.clear();
    }
    return classes;
  }
}
