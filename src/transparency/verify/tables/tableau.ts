import { Contradiction } from './farthest.js';
import type { Reduced } from './reduced.js';

const NOTHING = 1e-7;
/** Slopes and pivots less than this are rounding that has added up, in matrices of small fractions. */
const SLOPE = 1e-5;
/** After so many steps that move nothing, Bland's rule, which cannot circle (Bland 1977). */
const PATIENCE = 40;

/**
 * A dense simplex of our own, for the components that YALPS cannot do: it goes on from the last vertex when only the cell
 * asked for changes, where YALPS starts anew, and does not circle. Row i says that basic cell = side - Σ a · (cells at 0).
 * It has two sides: one nudged, by which the steps are chosen, and the true one, by which values are read.
 */
export class Tableau {
  private readonly width: number;
  private readonly rows: Float64Array[];
  /** Variable of each row, of each column; variables from `limits` on are what is left up to the upper bound. */
  private readonly basic: number[];
  private readonly atZero: number[];
  private readonly row = new Map<number, number>();
  private readonly column = new Map<number, number>();
  /** Of every variable the least and greatest value at the vertices passed: bounds from within, for nothing. */
  private readonly passed = new Map<number, { low: number; up: number }>();

  constructor({ bound, free }: Reduced, upper: number) {
    this.width = free.length;
    let count = 0;
    const line = (side: number, of: (at: number) => number): Float64Array => {
      const row = Float64Array.from({ length: this.width + 2 }, (_, at) => (at < this.width ? of(at) : side));
      row[this.width]! += nudge(count++);
      return row;
    };
    this.rows = bound.map(({ side, of }) => line(side, (at) => of[at]!));
    this.basic = bound.map(({ cell }) => cell);
    this.atZero = [...free];
    if (upper !== Infinity) {
      for (const { side, of } of bound) this.rows.push(line(upper - side, (at) => -of[at]!));
      free.forEach((_, at) => this.rows.push(line(upper, (other) => Number(other === at))));
      // Never asked for: any number that no cell has.
      for (let spare = -1; this.basic.length < this.rows.length; spare--) this.basic.push(spare);
    }
    this.basic.forEach((variable, at) => this.row.set(variable, at));
    this.atZero.forEach((variable, at) => this.column.set(variable, at));
    this.becomeFeasible();
    for (const variable of [...this.atZero, ...this.basic]) this.passed.set(variable, { low: Infinity, up: -Infinity });
    this.look();
  }

  /** Values that the cell certainly can have; its interval is at least as wide. */
  seen(cell: number): { readonly low: number; readonly up: number } {
    return this.passed.get(cell)!;
  }

  least(cell: number): number {
    return this.go(cell, -1);
  }

  greatest(cell: number): number {
    return this.go(cell, 1);
  }

  private go(cell: number, direction: 1 | -1): number {
    for (let still = 0; ;) {
      const at = this.row.get(cell);
      if (at === undefined && direction === -1) return 0;
      const enters =
        at === undefined ? this.column.get(cell)! : this.entering(this.rows[at]!, direction, still > PATIENCE);
      if (enters === -1) return this.value(at!);
      const leaves = this.leaving(enters, still > PATIENCE);
      if (leaves === -1) return Infinity;
      still = this.rows[leaves]![this.width]! > NOTHING ? 0 : still + 1;
      this.pivot(leaves, enters);
      this.look();
    }
  }

  private value(at: number): number {
    return this.rows[at]![this.width + 1]!;
  }

  private look(): void {
    // Where the nudges alone made room there is no vertex.
    if (this.rows.some((row) => row[this.width + 1]! < -1e-7)) return;
    this.basic.forEach((variable, at) => {
      this.widen(variable, this.value(at));
    });
    for (const variable of this.atZero) this.widen(variable, 0);
  }

  private widen(variable: number, value: number): void {
    const seen = this.passed.get(variable)!;
    if (value < seen.low) seen.low = value;
    if (value > seen.up) seen.up = value;
  }

  /** Row by row: a cell below 0 is raised until it is not, while those that are not stay so. */
  private becomeFeasible(): void {
    for (let at = 0; at < this.rows.length; at++) {
      for (let still = 0; this.rows[at]![this.width]! < -NOTHING;) {
        const enters = this.entering(this.rows[at]!, 1, still > PATIENCE);
        if (enters === -1) throw new Contradiction();
        const leaves = this.leaving(enters, still > PATIENCE, at);
        const own = this.rows[at]![this.width]! / this.rows[at]![enters]!;
        const other = leaves === -1 ? Infinity : this.rows[leaves]![this.width]! / this.rows[leaves]![enters]!;
        still = Math.min(own, other) > NOTHING ? 0 : still + 1;
        this.pivot(own <= other ? at : leaves, enters);
      }
    }
  }

  /** A column whose rise moves the row's cell that way: the steepest, or by Bland's rule that of the first variable. */
  private entering(row: Float64Array, direction: 1 | -1, bland: boolean): number {
    let best = -1;
    for (let at = 0; at < this.width; at++) {
      const slope = -direction * row[at]!;
      if (slope <= SLOPE) continue;
      if (best === -1) best = at;
      else if (bland ? this.atZero[at]! < this.atZero[best]! : slope > -direction * row[best]!) best = at;
    }
    return best;
  }

  /** The row that first comes to 0; on a tie the largest pivot, or by Bland's rule the first variable. */
  private leaving(enters: number, bland: boolean, except = -1): number {
    let best = -1;
    let least = Infinity;
    this.rows.forEach((row, at) => {
      const by = row[enters]!;
      // A row still below 0 does not hold anything up.
      if (by <= SLOPE || at === except || row[this.width]! < -NOTHING) return;
      const ratio = row[this.width]! / by;
      const tie = best !== -1 && Math.abs(ratio - least) <= NOTHING;
      const better = bland ? this.basic[at]! < this.basic[best]! : by > (this.rows[best]?.[enters] ?? 0);
      if (tie ? better : ratio < least) {
        best = at;
        least = ratio;
      }
    });
    return best;
  }

  private pivot(at: number, enters: number): void {
    const row = this.rows[at]!;
    const by = 1 / row[enters]!;
    row[enters] = 1;
    const filled: number[] = [];
    for (let column = 0; column < this.width; column++) {
      if (row[column] === 0) continue;
      row[column]! *= by;
      filled.push(column);
    }
    const side = (row[this.width]! *= by);
    const trueSide = (row[this.width + 1] = settled(row[this.width + 1]! * by));
    for (const other of this.rows) {
      const factor = other[enters]!;
      if (other === row || factor === 0) continue;
      other[enters] = 0;
      for (const column of filled) {
        const value = other[column]! - factor * row[column]!;
        other[column] = value < NOTHING && value > -NOTHING ? 0 : value;
      }
      other[this.width]! -= factor * side;
      other[this.width + 1] = settled(other[this.width + 1]! - factor * trueSide);
    }
    const left = this.basic[at]!;
    const entered = this.atZero[enters]!;
    this.basic[at] = entered;
    this.atZero[enters] = left;
    this.row.delete(left);
    this.row.set(entered, at);
    this.column.delete(entered);
    this.column.set(left, enters);
  }
}

/** From 1e-5 to 2e-5, different in every row: what makes no two rows come to 0 at once (Charnes 1952). */
const nudge = (row: number): number => 1e-5 * (1 + ((row * 0.6180339887) % 1));

/** Vertices of margins are small fractions: what comes near one is one, so that rounding does not add up over the pivots. */
function settled(value: number): number {
  const near = Math.round(value * 60) / 60;
  return Math.abs(near - value) < 1e-8 ? near : value;
}
