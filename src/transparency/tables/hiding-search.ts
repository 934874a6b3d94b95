import { Attacker } from './attacker.js';
import { cleanUp } from './clean-up.js';
import { costOf } from './cost-of.js';
import { cover } from './cover.js';
import { cutsOf } from './cut.js';
import { greedyCover } from './greedy-cover.js';
import { HidingPlanner } from './hiding-planner.js';
import { Master } from './master.js';
import { type Lack, Protection } from './protection.js';
import type { Highs } from './solver.js';
import { HIDDEN, type TableSystem } from './table-system.js';

/** Up to so many cells the cover of every cell is planned by a linear programme over all of them. */
const PLANNED = 1500;
/** So many unprotected cells are covered before all are asked again. */
const AT_ONCE = 250;

/** The best pattern so far, the bound below, and the steps that bring them together. Times are performance.now(). */
export class HidingSearch {
  best: Uint8Array;
  cost = Infinity;
  bound = 0;
  /** By how much costs differ at least: 1 between sums of whole numbers. */
  readonly step: number;
  private readonly heaviestFirst: number[];
  private readonly attacker: Attacker | undefined;
  private readonly planner: HidingPlanner | undefined;
  private readonly master: Master;

  constructor(
    private readonly highs: Highs,
    private readonly system: TableSystem,
  ) {
    if (system.value.length <= PLANNED) {
      this.attacker = new Attacker(highs, system);
      this.planner = new HidingPlanner(highs, system);
    }
    this.master = new Master(highs, system);
    this.best = new Uint8Array(system.value.length).fill(1);
    this.step = system.weight.every((weight) => Number.isInteger(weight)) ? 1 : 1e-3;
    this.heaviestFirst = [...system.weight.keys()].sort((a, b) => system.weight[b]! - system.weight[a]!);
  }

  isClosed(): boolean {
    return this.bound > this.cost - this.step + 1e-6;
  }

  /** A first pattern; the cell that nothing protects, when there is one. */
  begin(until: number): number | undefined {
    const start = Uint8Array.from(this.system.standing, (standing) => Number(standing === HIDDEN));
    const { hidden, impossible } = this.covered(start);
    if (impossible !== undefined) {
      // A plan is made step by step and may fail where hiding everything does not.
      hidden.fill(1);
      const [lack] = this.lacks(hidden, 1);
      if (lack) return lack.need.cell;
    }
    this.offer(cleanUp(this.highs, this.system, hidden, this.heaviestFirst, until));
    return undefined;
  }

  /** Raises the bound by cuts until shares protect, then rounds them to a pattern. */
  relax(until: number, tidyUntil: number): void {
    let shares: Float64Array | undefined;
    while (!this.isClosed() && performance.now() < until) {
      const choice = this.master.relax();
      this.bound = Math.max(this.bound, choice.bound);
      shares = choice.shares;
      if (this.isClosed() || this.separate(shares, until) === 0) break;
    }
    if (!shares || this.isClosed()) return;
    this.tidy(shares, 0.05, tidyUntil);
    const { bound } = this.master.relax();
    this.bound = Math.max(this.bound, bound);
    this.master.fix(bound, this.cost - this.step);
  }

  /** Whole patterns of the master, each attacked, cut off or taken, until none is cheaper than the best. */
  decide(until: number): void {
    while (!this.isClosed() && performance.now() < until) {
      const limit = (until - performance.now()) / 1000;
      const { shares, bound, proven } = this.master.decide(this.cost - this.step, limit);
      if (proven && !shares) this.bound = this.cost;
      else this.bound = Math.max(this.bound, Math.min(bound, this.cost));
      if (!shares) return;
      if (this.separate(shares) > 0) this.tidy(shares, 0.5, until);
      else this.offer(Uint8Array.from(shares, (share) => Number(share > 0.5)));
    }
  }

  dispose(): void {
    this.attacker?.dispose();
    this.planner?.dispose();
    this.master.dispose();
  }

  /** Adds the inequalities that these shares break; returns how many. */
  private separate(shares: Float64Array, until = Infinity): number {
    const cuts = this.lacks(shares, Infinity, until).flatMap((lack) => cutsOf(this.system, lack));
    for (const cut of cuts) this.master.add(cut);
    return cuts.length;
  }

  private lacks(shares: ArrayLike<number>, most?: number, until?: number): Lack[] {
    const attacker = new Attacker(this.highs, this.system, shares);
    try {
      attacker.open(shares);
      return new Protection(attacker, this.system).lacks(most, until);
    } finally {
      attacker.dispose();
    }
  }

  /** The pattern with more cells hidden until it protects, or a cell that this way does not protect. */
  private covered(pattern: Uint8Array): { hidden: Uint8Array; impossible?: number } {
    if (this.planner && this.attacker) return cover(this.attacker, this.planner, this.system, pattern);
    const hidden = pattern.slice();
    let shown: Protection | undefined;
    for (;;) {
      const attacker = new Attacker(this.highs, this.system, hidden);
      attacker.open(hidden);
      shown = new Protection(attacker, this.system, shown);
      const lacks = shown.lacks(AT_ONCE);
      attacker.dispose();
      if (lacks.length === 0) return { hidden };
      const before = hidden.slice();
      const cuts = lacks.flatMap((lack) => cutsOf(this.system, lack));
      for (const cut of cuts) this.master.add(cut);
      greedyCover(this.system, cuts, hidden);
      if (hidden.every((is, cell) => is === before[cell])) return { hidden, impossible: lacks[0]!.need.cell };
    }
  }

  /** Makes a protecting pattern of shares: what has a large share stays, what is lacking is added, the rest is published. */
  private tidy(shares: Float64Array, least: number, until: number): void {
    const from = Uint8Array.from(shares, (share) => Number(share > least));
    const { hidden, impossible } = this.covered(from);
    if (impossible !== undefined) return;
    const order = this.heaviestFirst.toSorted((a, b) => shares[a]! - shares[b]!);
    this.offer(cleanUp(this.highs, this.system, hidden, order, until));
  }

  private offer(hidden: Uint8Array): void {
    const cost = costOf(this.system, hidden);
    if (cost >= this.cost) return;
    this.best = hidden;
    this.cost = cost;
  }
}
