import { HIDDEN, type Need, type TableSystem } from './table-system.js';

/** Published for certain: such a cell drops out of the system. */
export const PUBLISHED = 2;

/** Collects the cells and sums of several tables, and forgets what is published for certain. */
export class SystemBuilder {
  readonly values: number[] = [];
  /** Earlier releases tell a total almost; then no count's size is taken as known. */
  sizeKnown = true;
  private readonly weights: number[] = [];
  private readonly standings: number[] = [];
  private readonly rows = new Map<string, { cells: number[]; factors: number[] }>();
  private readonly needs: Need[] = [];

  cell(value: number, weight: number, standing: number): number {
    this.weights.push(weight);
    this.standings.push(standing);
    return this.values.push(value) - 1;
  }

  /** A cell that occurs in one table more. */
  again(cell: number, weight: number): void {
    this.weights[cell]! += weight;
  }

  standing(cell: number): number {
    return this.standings[cell]!;
  }

  stand(cell: number, standing: number): void {
    this.standings[cell] = standing;
  }

  weigh(cell: number, weight: number): void {
    this.weights[cell] = weight;
  }

  row(cells: number[], factors: number[]): void {
    this.rows.set(cells.map((cell, at) => `${cell}*${factors[at]!}`).join(' '), { cells, factors });
  }

  need(need: Need): void {
    this.needs.push(need);
    this.standings[need.cell] = HIDDEN;
  }

  sums(): Iterable<{ readonly cells: readonly number[]; readonly factors: readonly number[] }> {
    return this.rows.values();
  }

  /** The system, and where each collected cell stands in it (-1: published). */
  build(): { system: TableSystem; place: Int32Array } {
    const kept = [...this.values.keys()].filter((cell) => this.standings[cell] !== PUBLISHED);
    const place = new Int32Array(this.values.length).fill(-1);
    kept.forEach((cell, at) => (place[cell] = at));
    const starts = [0];
    const cells: number[] = [];
    const factors: number[] = [];
    for (const row of this.rows.values()) {
      row.cells.forEach((cell, at) => {
        if (place[cell]! < 0) return;
        cells.push(place[cell]!);
        factors.push(row.factors[at]!);
      });
      if (cells.length > starts.at(-1)!) starts.push(cells.length);
    }
    const value = Float64Array.from(kept, (cell) => this.values[cell]!);
    const most = this.most();
    return {
      place,
      system: {
        value,
        upper: value.map(() => most),
        weight: Float64Array.from(kept, (cell) => this.weights[cell]!),
        standing: Uint8Array.from(kept, (cell) => this.standings[cell]!),
        rows: {
          starts: Int32Array.from(starts),
          cells: Int32Array.from(cells),
          factors: Float64Array.from(factors),
        },
        needs: this.needs.map((need) => ({ ...need, cell: place[need.cell]! })),
      },
    };
  }

  /**
   * What a reader knows about the size of any cell: none exceeds the largest count there is, as sdcTable assumes. Where
   * that leaves too little room (a table of very few people) the reader is taken to know less.
   */
  private most(): number {
    const largest = this.values.reduce((most, value) => Math.max(most, value), 0);
    const room = 2 * this.needs.reduce((most, need) => Math.max(most, need.width, need.above), 0);
    const within = this.needs.every(({ cell, above }) => this.values[cell]! + above <= largest);
    return this.sizeKnown && within && largest >= 2 * room ? largest : largest + room;
  }
}
