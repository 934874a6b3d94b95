import type { Arrivals } from './arrivals.js';
import { type Cell, type Fault, faultBetween } from './fault.js';
import type { Coarsening, FormerRelease } from './former-epoch.js';
import { Members } from './members.js';
import type { Planning } from './planning.js';
import { type CellCounts, countCells, type PublishedFacts } from './published-facts.js';
import { Retreat } from './retreat.js';

/** One table that a reader can make of this release and of every release of one earlier epoch, and how to make it safe. */
export class Comparison {
  private readonly then: readonly { readonly name: string; readonly k: number; readonly counts: CellCounts }[];
  private readonly classesOf: Members;
  private readonly widths: readonly number[];
  private readonly retreat: Retreat;

  constructor(
    private readonly planning: Planning,
    arrivals: Arrivals,
    private readonly coarsening: Coarsening,
    releases: readonly FormerRelease[],
  ) {
    const { cells, cellOfFormer, cellOfNow, finest } = coarsening;
    this.widths = finest ? planning.units.values : [];
    this.then = releases.map(({ name, k, facts }) => ({
      name,
      k: Math.min(k, planning.rules.k),
      counts: countCells(facts, cellOfFormer, cells, this.widths),
    }));
    this.classesOf = new Members(cellOfNow, cells);
    this.retreat = new Retreat(planning, arrivals);
  }

  /** Holds back until the table says nothing of fewer than k. @returns whether anything had to be held back */
  mend(facts: PublishedFacts): boolean {
    const now = this.count(facts);
    let mended = false;
    for (let cell = 0; cell < this.coarsening.cells; cell++) {
      const here = this.cellOf(now, cell);
      if (this.faultIn(cell, here) === null) continue;
      mended = this.mendCell(cell, here) || mended;
    }
    return mended;
  }

  /** The first earlier release that would give something away beside this one. */
  firstFault(facts: PublishedFacts): { readonly cell: number; readonly release: string } | null {
    const now = this.count(facts);
    for (let cell = 0; cell < this.coarsening.cells; cell++) {
      const found = this.faultIn(cell, this.cellOf(now, cell));
      if (found !== null) return { cell, release: found.release };
    }
    return null;
  }

  private count(facts: PublishedFacts): CellCounts {
    return countCells(facts, this.coarsening.cellOfNow, this.coarsening.cells, this.widths);
  }

  private cellOf({ subjects, values }: CellCounts, cell: number): Cell {
    const { widths } = this;
    return {
      subjects: subjects[cell]!,
      values: values.map((table, a) => table.subarray(cell * widths[a]!, (cell + 1) * widths[a]!)),
    };
  }

  private faultIn(cell: number, now: Cell): { fault: Fault; then: Cell; release: string } | null {
    for (const { name, k, counts } of this.then) {
      const then = this.cellOf(counts, cell);
      const fault = faultBetween(now, then, k);
      if (fault !== null) return { fault, then, release: name };
    }
    return null;
  }

  private mendCell(cell: number, start: Cell): boolean {
    const classes = this.classesOf.of(cell);
    const now = { subjects: start.subjects, values: start.values.map((counts) => counts.slice()) };
    const { sensitive } = this.planning.units;
    const putOff = (choose: (waiting: readonly number[]) => readonly number[]): number => {
      const units = this.retreat.putOff(classes, choose);
      now.subjects -= units.length;
      for (const unit of units) for (const [a, counts] of now.values.entries()) counts[sensitive[a]![unit]!]! -= 1;
      return units.length;
    };
    for (const then of this.safeTargets(cell, now)) {
      putOff((waiting) => chooseDown(waiting, now, then, sensitive));
      if (this.faultIn(cell, now) === null) return true;
    }
    for (;;) {
      const found = this.faultIn(cell, now);
      if (found === null) return true;
      if (putOff((waiting) => this.choose(waiting, found, now)) > 0) continue;
      return (
        this.retreat.undoSteps(classes) ||
        this.retreat.letSomeLeave(classes, (units) => this.choose(units, found, now)) ||
        this.retreat.giveUp(classes)
      );
    }
  }

  /** Earlier states of the cell, newest first, of which the present one has all and more: to show just that again is safe. */
  private *safeTargets(cell: number, now: Cell): Generator<Cell> {
    if (now.values.length === 0) return;
    for (const { counts } of this.then.toReversed()) {
      const then = this.cellOf(counts, cell);
      const within = now.values.every((all, a) => all.every((count, value) => count >= then.values[a]![value]!));
      if (within && now.subjects > then.subjects && this.faultIn(cell, then) === null) yield then;
    }
  }

  /** Of these units those that mend the fault; any when none is of the right value. */
  private choose(waiting: readonly number[], { fault, then }: { fault: Fault; then: Cell }, now: Cell): number[] {
    const { fewer, attribute, side } = fault;
    const counts = now.values[attribute]?.slice();
    if (counts === undefined) return waiting.slice(0, fewer);
    const before = then.values[attribute]!;
    const { draft, units } = this.planning;
    const chosen: number[] = [];
    for (const unit of waiting) {
      if (chosen.length === fewer) break;
      const value = (draft.arriving[unit] === 1 ? units : draft).sensitive[attribute]![unit]!;
      if (counts[value]! > before[value]! !== (side === 'surplus')) continue;
      counts[value]! -= 1;
      chosen.push(unit);
    }
    return chosen.length > 0 ? chosen : waiting.slice(0, fewer);
  }
}

/** Units whose absence makes the cell what it was then, in every attribute; none when this order of them does not. */
function chooseDown(waiting: readonly number[], now: Cell, then: Cell, sensitive: readonly Int32Array[]): number[] {
  const surplus = now.values.map((counts, a) => counts.map((count, value) => count - then.values[a]![value]!));
  const chosen: number[] = [];
  for (const unit of waiting) {
    if (!surplus.every((counts, a) => counts[sensitive[a]![unit]!]! > 0)) continue;
    for (const [a, counts] of surplus.entries()) counts[sensitive[a]![unit]!]! -= 1;
    chosen.push(unit);
  }
  return surplus.every((counts) => counts.every((count) => count === 0)) ? chosen : [];
}
