import type { Attacker, Reach } from './attacker.js';
import { type Need, TOLERANCE, type TableSystem } from './table-system.js';

/** How far the cell of one need is known to move, and the moves that show it. */
interface Shown {
  up: number;
  down: number;
  upMove: Float64Array | undefined;
  downMove: Float64Array | undefined;
}

/** What a failed need lacked, with the proofs that it cannot be had. */
export interface Lack {
  readonly need: Need;
  readonly up: Reach;
  readonly down: Reach;
}

/**
 * Whether every need is met by one pattern. Moves are kept as witnesses: a move found for one cell often shows that
 * others move too, and after a cell is closed only the needs whose witness used it are asked again.
 */
export class Protection {
  private readonly shown: Shown[];
  private lastFailed: readonly number[] = [];

  constructor(
    private readonly attacker: Attacker,
    private readonly system: TableSystem,
    /** What was shown of a pattern that hides less: it holds where more is hidden. */
    before?: Protection,
  ) {
    this.shown = before?.shown ?? system.needs.map(() => ({ up: 0, down: 0, upMove: undefined, downMove: undefined }));
  }

  /**
   * The needs that are not met, at most `most` of them, or those found by `until` (as performance.now()). Without that
   * limit an empty list is a proof by witnesses.
   */
  lacks(most = Infinity, until = Infinity): Lack[] {
    const lacks: Lack[] = [];
    for (let index = 0; index < this.shown.length && lacks.length < most; index++) {
      if (performance.now() > until) break;
      const lack = this.ask(index);
      if (lack) lacks.push(lack);
    }
    return lacks;
  }

  /** Asks for one need, unless its witnesses answer already. */
  ask(index: number): Lack | undefined {
    const need = this.system.needs[index]!;
    const shown = this.shown[index]!;
    if (meets(need, shown)) return undefined;
    const up = this.attacker.reach(need.cell, 1);
    this.learn(up.move);
    if (meets(need, shown)) return undefined;
    const down = this.attacker.reach(need.cell, -1);
    this.learn(down.move);
    return meets(need, shown) ? undefined : { need, up, down };
  }

  shownWidth(index: number): number {
    return this.shown[index]!.up + this.shown[index]!.down;
  }

  /** Closes a cell if every need stays met; otherwise leaves all as it was. The needs in `first` are asked first. */
  close(cell: number, first: Int32Array): boolean {
    const kept = this.shown.map((shown) => ({ ...shown }));
    this.attacker.openOne(cell, 0);
    for (const shown of this.shown) {
      if (shown.upMove && moves(shown.upMove, cell)) Object.assign(shown, { up: 0, upMove: undefined });
      if (shown.downMove && moves(shown.downMove, cell)) Object.assign(shown, { down: 0, downMove: undefined });
    }
    const met = first.every((index) => this.holds(index)) && this.lastFailed.every((index) => this.holds(index));
    if (met && this.shown.every((_, index) => this.holds(index))) return true;
    this.attacker.openOne(cell, 1);
    kept.forEach((shown, at) => (this.shown[at] = shown));
    return false;
  }

  /** Like `ask`, but gives up as soon as the answer is no. */
  private holds(index: number): boolean {
    const need = this.system.needs[index]!;
    const shown = this.shown[index]!;
    if (meets(need, shown)) return true;
    if (shown.up < need.above - TOLERANCE || shown.upMove === undefined) {
      this.learn(this.attacker.reach(need.cell, 1).move);
      const most = shown.up + this.system.value[need.cell]!;
      if (shown.up < need.above - TOLERANCE || most < need.width - TOLERANCE) return this.failed(index);
      if (meets(need, shown)) return true;
    }
    return this.ask(index) === undefined || this.failed(index);
  }

  private failed(index: number): false {
    this.lastFailed = [index, ...this.lastFailed.filter((other) => other !== index).slice(0, 15)];
    return false;
  }

  private learn(move: Float64Array): void {
    const { needs } = this.system;
    for (let index = 0; index < needs.length; index++) {
      const by = move[needs[index]!.cell]!;
      const shown = this.shown[index]!;
      if (by > shown.up) {
        shown.up = by;
        shown.upMove = move;
      } else if (-by > shown.down) {
        shown.down = -by;
        shown.downMove = move;
      }
    }
  }
}

const moves = (move: Float64Array, cell: number): boolean => Math.abs(move[cell]!) > 1e-9;

function meets(need: Need, shown: Shown): boolean {
  return (
    shown.up >= need.above - TOLERANCE &&
    shown.down >= need.below - TOLERANCE &&
    shown.up + shown.down >= need.width - TOLERANCE
  );
}
