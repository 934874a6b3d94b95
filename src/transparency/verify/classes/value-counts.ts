import { Numbers } from './numbers.js';
import { Pairs } from './pairs.js';

/** More values than that are not counted in a table of all cells by all values. */
const WIDEST = 64;

/** How often each value of an attribute stands in each cell. */
export class ValueCounts {
  /** While values are few: cell · width + value → count. */
  private table: Numbers | null = new Numbers();
  private width = 8;
  /** When they are many: the pairs that occur. */
  private readonly pairs = new Pairs();
  private readonly cells = new Numbers();
  private readonly values = new Numbers();
  private readonly counts = new Numbers();

  /** @param value below 0: the row has none */
  count(cell: number, value: number): void {
    if (value < 0) return;
    while (this.table !== null && value >= this.width) this.widen(this.table);
    if (this.table === null) this.add(cell, value, 1);
    else this.table.add(cell * this.width + value, 1);
  }

  /** Calls `visit` once a cell with the values that it holds and how often. The lists are views. */
  each(cells: number, visit: (cell: number, values: Int32Array, counts: Int32Array) => void): void {
    if (this.table === null) this.eachListed(cells, visit);
    else this.eachOfTable(this.table, cells, visit);
  }

  private eachOfTable(
    table: Numbers,
    cells: number,
    visit: (cell: number, values: Int32Array, counts: Int32Array) => void,
  ): void {
    const values = new Int32Array(this.width);
    const counts = new Int32Array(this.width);
    for (let cell = 0; cell < cells; cell++) {
      let held = 0;
      for (let value = 0; value < this.width; value++) {
        const count = table.at(cell * this.width + value);
        if (count === 0) continue;
        values[held] = value;
        counts[held++] = count;
      }
      visit(cell, values.subarray(0, held), counts.subarray(0, held));
    }
  }

  private eachListed(cells: number, visit: (cell: number, values: Int32Array, counts: Int32Array) => void): void {
    const starts = new Int32Array(cells + 1);
    for (const cell of this.cells.list) starts[cell + 1]! += 1;
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

  /** Makes room for twice the values, or goes over to pairs. */
  private widen(table: Numbers): void {
    const { width } = this;
    const wider = new Numbers();
    for (const [at, count] of table.list.entries())
      if (count > 0 && width === WIDEST) this.add(Math.floor(at / width), at % width, count);
      else if (count > 0) wider.add(Math.floor(at / width) * width * 2 + (at % width), count);
    this.table = width === WIDEST ? null : wider;
    this.width = width * 2;
  }

  private add(cell: number, value: number, count: number): void {
    const pair = this.pairs.id(cell, value);
    if (pair === this.cells.length) {
      this.cells.push(cell);
      this.values.push(value);
    }
    this.counts.add(pair, count);
  }
}
