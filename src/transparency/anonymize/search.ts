import { AnonymizationRefused } from './anonymization-refused.js';
import type { Lattice } from './lattice.js';
import type { LossTable } from './loss-table.js';
import { compareLoss, type LossVector } from './metric.js';
import type { Verdict } from './node-check.js';
import { Tags } from './tags.js';

interface Candidate {
  readonly node: number;
  readonly loss: LossVector;
}

export interface Found extends Candidate {
  /** Nothing feasible has less loss. */
  readonly lowerBound: LossVector;
}

/** Sharper bounds for all nodes at once, when the search turns out to be a long one. */
export interface Sharpening {
  /** Checks after which it is worth its cost. */
  readonly after: number;
  /** Returns a function from an open node to a bound on its loss, or null when it is infeasible. */
  readonly begin: (open: Uint32Array) => (node: number) => LossVector | null;
}

export interface SearchLimits {
  readonly outOfTime: () => boolean;
  readonly onStep?: ((best: LossVector, lowerBound: LossVector) => void) | undefined;
}

/**
 * The feasible node of least loss. Nodes are taken in the order of a lower bound on their loss, so that the search ends,
 * with a proof, where the bound passes the best. What a check proves of finer nodes (infeasible) or of coarser ones (no
 * better) is tagged and never looked at. An upward probe by bisection finds feasible and coarse infeasible nodes early,
 * as in OLA (El Emam et al. 2009) and Flash (Kohlmayer et al. 2012).
 */
export class Search {
  private readonly tags: Tags;
  private best: Candidate | null = null;
  private coarsest: Candidate | null = null;
  /** Bounds on all coarser nodes that were no use yet. */
  private bounds: Candidate[] = [];
  private looks = 0;
  /**
   * Levels to look beyond what may beat the best: an infeasible node up there settles many at once. It grows with
   * success and shrinks without.
   */
  private reach = 0;

  constructor(
    private readonly lattice: Lattice,
    private readonly least: LossTable,
    private readonly check: (node: number, best: LossVector | null) => Verdict,
    private sharpening: Sharpening | null = null,
  ) {
    this.tags = new Tags(lattice);
  }

  /** @throws AnonymizationRefused `infeasible` when no node meets the demands */
  run(limits: SearchLimits): Found {
    this.look(this.lattice.top);
    // Something to show when time runs out; not the best yet, because a finer node of the same loss is better.
    this.coarsest = this.best;
    this.best = null;
    for (let order = this.order(), i = 0; i < order.length; i++) {
      const node = order[i]!;
      if (!this.mayBeat(node)) break;
      if (this.tags.settled(node)) continue;
      if (!this.probe(node, limits.outOfTime)) return this.found(this.least.get(node));
      if (this.sharpening !== null && this.looks >= this.sharpening.after) {
        this.sharpen(this.sharpening);
        order = this.order();
        i = -1;
      }
      const soFar = this.incumbent();
      if (soFar !== null) limits.onStep?.(soFar.loss, this.least.get(node));
    }
    return this.found(null);
  }

  /** The nodes that may be better than what is found, by what they lose at least. */
  private order(): Uint32Array {
    const open = new Uint32Array(this.lattice.size)
      .map((_, i) => i)
      .filter((node) => !this.tags.settled(node) && this.mayBeat(node));
    return open.sort((a, b) => this.least.compare(a, b));
  }

  private sharpen({ begin }: Sharpening): void {
    this.sharpening = null;
    const open = this.order();
    const bound = begin(open);
    for (const node of open) {
      const least = bound(node);
      if (least === null) this.tags.settle(node, false);
      else if (this.least.isBelow(node, least)) this.least.set(node, least);
    }
  }

  private incumbent(): Candidate | null {
    const { best, coarsest } = this;
    if (best === null || coarsest === null) return best ?? coarsest;
    return compareLoss(best.loss, coarsest.loss) <= 0 ? best : coarsest;
  }

  private mayBeat(node: number): boolean {
    return this.least.isBelow(node, this.best?.loss ?? null);
  }

  private found(lowerBound: LossVector | null): Found {
    const best = this.incumbent();
    if (best === null)
      throw new AnonymizationRefused(
        'infeasible',
        lowerBound === null
          ? 'no transformation, not even the coarsest, meets the demands within the suppression limit'
          : 'no transformation that meets the demands was found in time',
      );
    const { loss } = best;
    return { ...best, lowerBound: lowerBound === null || compareLoss(lowerBound, loss) > 0 ? loss : lowerBound };
  }

  /** Settles a node and, on the way, others on a path upward from it. @returns false when time ran out */
  private probe(node: number, outOfTime: () => boolean): boolean {
    const path = this.path(node);
    if (this.reach > 0 && !outOfTime()) {
      this.look(this.climb(path.at(-1)!, this.reach));
      this.reach += this.tags.settled(node) ? 1 : -1;
    }
    if (this.tags.settled(node)) return true;
    let low = -1;
    let high = path.length;
    for (let at = high - 1; low + 1 < high; at = (low + high) >> 1) {
      if (outOfTime()) return false;
      if (this.look(path[at]!)) high = at;
      else low = at;
    }
    if (low === path.length - 1) this.reach = Math.max(1, this.reach);
    if (this.tags.settled(node)) return true;
    if (outOfTime()) return false;
    this.look(node);
    return true;
  }

  /** From `node` upward by the least bound each time, while it stays below what is already found. */
  private path(node: number): number[] {
    const path: number[] = [];
    for (let at = node, next = node; this.mayBeat(at); at = next) {
      path.push(at);
      next = this.climb(at, 1);
      if (next === at) break;
    }
    return path;
  }

  /** So many levels up, to the least bound each time; the top at most. */
  private climb(node: number, steps: number): number {
    let at = node;
    for (let step = 0; step < steps; step++) {
      const above = this.lattice.successors(at);
      if (above.length === 0) break;
      at = above.reduce((least, up) => (this.least.compare(up, least) < 0 ? up : least));
    }
    return at;
  }

  /** @returns whether the node is feasible, as far as is known */
  private look(node: number): boolean {
    const { tags } = this;
    if (tags.settled(node)) return tags.feasible(node);
    this.looks++;
    const { feasible, hopeless, loss, leastAbove } = this.check(node, this.best?.loss ?? null);
    tags.settle(node, feasible);
    if (hopeless) tags.settleBelow(node);
    if (leastAbove !== null) this.bounds.push({ node, loss: leastAbove });
    if (loss !== null && (this.best === null || compareLoss(loss, this.best.loss) < 0)) this.best = { node, loss };
    this.spreadBounds();
    return feasible;
  }

  private spreadBounds(): void {
    const { best } = this;
    if (best === null) return;
    this.bounds = this.bounds.filter(({ node, loss }) => {
      if (compareLoss(loss, best.loss) < 0) return true;
      this.tags.settleAbove(node);
      return false;
    });
  }
}
