import { AnonymizationRefused } from './anonymization-refused.js';
import { settleWorse, type Candidate } from './candidate.js';
import type { Lattice } from './lattice.js';
import type { LossTable } from './loss-table.js';
import { compareLoss, type LossVector } from './metric.js';
import type { Found, Lane, SearchLimits, Sharpening } from './search-terms.js';
import type { Verdict } from './verdict.js';
import { OpenNodes, type Turn } from './open-nodes.js';
import { Shadows } from './shadows.js';
import { Tags } from './tags.js';
import { Upward } from './upward.js';

/**
 * The feasible node of least loss. Nodes are taken in the order of a lower bound on their loss, so that the search ends,
 * with a proof, where the bound passes the best. What a check proves of finer nodes (infeasible) or of coarser ones (no
 * better) is tagged and never looked at. An upward probe by bisection finds feasible and coarse infeasible nodes early,
 * as in OLA (El Emam et al. 2009) and Flash (Kohlmayer et al. 2012).
 *
 * Run `begin` to its end, then one or more lanes, which share what they learn; when all have ended, `found` tells.
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
  private open: OpenNodes | null = null;
  private readonly upward: Upward;
  private readonly shadows: Shadows;
  private readonly turn: Turn = {
    isOpen: (node) => this.isOpen(node),
    refine: (node) => this.shadows.refine(node),
  };
  /** Nodes that lanes wait for. */
  private readonly waiting = new Set<number>();

  constructor(
    private readonly lattice: Lattice,
    private readonly least: LossTable,
    combine: ((losses: number[]) => LossVector) | null,
    private sharpening: Sharpening | null = null,
  ) {
    this.tags = new Tags(lattice);
    this.upward = new Upward(lattice, least);
    this.shadows = new Shadows(lattice, least, combine);
  }

  /** The least loss found so far: what is not less is of no interest. */
  get bestLoss(): LossVector | null {
    return this.best?.loss ?? null;
  }

  /** Nodes that were looked at. */
  get checked(): number {
    return this.looks;
  }

  *begin(): Lane {
    yield* this.look(this.lattice.top);
    // Something to show when time runs out; not the best yet, because a finer node of the same loss is better.
    this.coarsest = this.best;
    this.best = null;
  }

  *lane({ outOfTime, onStep }: SearchLimits): Lane {
    for (let node = this.nextOpen(); node !== null; node = this.nextOpen()) {
      if (!(yield* this.probe(node, outOfTime))) return;
      const soFar = this.incumbent();
      if (soFar !== null) onStep?.(soFar.loss, this.least.get(node));
    }
  }

  /** @throws AnonymizationRefused `infeasible` when no node meets the demands */
  found(): Found {
    const best = this.incumbent();
    const open = new OpenNodes(this.openNodes(), this.least, this.turn).first();
    if (best === null)
      throw new AnonymizationRefused(
        'infeasible',
        open === null
          ? 'no transformation, not even the coarsest, meets the demands within the suppression limit'
          : 'no transformation that meets the demands was found in time',
      );
    const lowerBound = open === null ? best.loss : this.least.get(open);
    return { ...best, lowerBound: compareLoss(lowerBound, best.loss) >= 0 ? best.loss : lowerBound };
  }

  private nextOpen(): number | null {
    if (this.sharpening !== null && this.looks >= this.sharpening.after) this.sharpen(this.sharpening);
    this.open ??= new OpenNodes(this.openNodes(), this.least, this.turn);
    return this.open.next((node) => this.mayBeSettledSoon(node));
  }

  /** A check is under way that will settle it, if it finds its node infeasible. */
  private mayBeSettledSoon(node: number): boolean {
    for (const coarser of this.waiting) if (this.lattice.isBelow(node, coarser)) return true;
    return false;
  }

  private openNodes(): Uint32Array {
    return new Uint32Array(this.lattice.size).map((_, node) => node).filter((node) => this.isOpen(node));
  }

  private sharpen({ begin }: Sharpening): void {
    this.sharpening = null;
    this.open = null;
    const nodes = this.openNodes();
    const bound = begin(nodes);
    for (const node of nodes) {
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

  private isOpen(node: number): boolean {
    return !this.tags.settled(node) && this.mayBeat(node);
  }

  private mayBeat(node: number): boolean {
    return this.least.isBelow(node, this.best?.loss ?? null);
  }

  /**
   * Closes a node and, on the way, others: looks at coarser ones on a path upward from it, whose failure, or whose
   * shadow, would close it and many more. @returns false when time ran out
   */
  private *probe(node: number, outOfTime: () => boolean): Generator<number, boolean, Verdict> {
    const path = this.upward.path(node, (at) => this.mayBeat(at));
    if (this.reach > 0 && !outOfTime()) {
      yield* this.look(this.upward.climb(path.at(-1)!, this.reach));
      this.reach += this.isClosed(node) ? 1 : -1;
    }
    if (this.isClosed(node)) return true;
    let low = -1;
    let high = path.length;
    for (let at = high - 1; low + 1 < high; at = (low + high) >> 1) {
      if (outOfTime()) return false;
      const feasible = yield* this.look(path[at]!);
      if (this.shadows.areCast ? !this.isClosed(node) : feasible) high = at;
      else low = at;
    }
    if (low === path.length - 1) this.reach = Math.max(1, this.reach);
    if (this.isClosed(node)) return true;
    if (outOfTime()) return false;
    yield* this.look(node);
    return true;
  }

  /** A node that is not among the open ones any more: its bound may be raised. */
  private isClosed(node: number): boolean {
    this.shadows.refine(node);
    return !this.isOpen(node);
  }

  /** @returns whether the node is feasible, as far as is known */
  private *look(node: number): Generator<number, boolean, Verdict> {
    const { tags } = this;
    if (tags.settled(node)) return tags.feasible(node);
    this.looks++;
    this.waiting.add(node);
    const { feasible, hopeless, loss, leastAbove, shadow } = yield node;
    this.waiting.delete(node);
    tags.settle(node, feasible);
    if (shadow !== null) this.shadows.add(node, shadow);
    if (hopeless) tags.settleBelow(node);
    if (leastAbove !== null) this.bounds.push({ node, loss: leastAbove });
    if (loss !== null && (this.best === null || compareLoss(loss, this.best.loss) < 0)) this.best = { node, loss };
    this.bounds = settleWorse(this.bounds, this.best, this.tags);
    return feasible;
  }
}
