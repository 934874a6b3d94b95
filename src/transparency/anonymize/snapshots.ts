import type { Base } from './base.js';
import { coarsen } from './coarsen.js';
import type { Grouping } from './grouping.js';
import { OccurrenceMerger } from './occurrences.js';

interface Snapshot {
  readonly levels: readonly number[];
  readonly base: Base;
  readonly bytes: number;
  used: number;
}

/** A snapshot is worth its making when it holds at most this share of the tuples that it was grouped from … */
const SHARE = 0.35;
/** … and these were more than this share of all: the small ones are quick enough. */
const SMALL = 1 / 16;

/** Bases of nodes that were grouped, to group coarser nodes from. The least used go when the byte budget is full. */
export class Snapshots {
  private kept: Snapshot[] = [];
  private bytes = 0;
  private clock = 0;
  private readonly merger: OccurrenceMerger;

  constructor(
    private readonly root: Base,
    private readonly budget: number,
  ) {
    this.merger = new OccurrenceMerger(Math.max(0, ...root.occurrences.map(({ value }) => value.length)), root.plain);
  }

  /** The smallest base from which the node may be grouped. */
  below(levels: readonly number[]): Base {
    let best: Snapshot | null = null;
    for (const snapshot of this.kept)
      if (
        snapshot.base.tuples < (best?.base.tuples ?? Infinity) &&
        snapshot.levels.every((level, j) => level <= levels[j]!)
      )
        best = snapshot;
    if (best === null) return this.root;
    best.used = ++this.clock;
    return best.base;
  }

  /** Keeps a grouping's classes when that saves enough. */
  offer(grouping: Grouping): void {
    if (grouping.tupleIds > SHARE * grouping.base.tuples || workOf(grouping.base) < SMALL * workOf(this.root)) return;
    const base = coarsen(grouping, this.merger);
    const bytes = sizeOf(base);
    if (bytes > this.budget) return;
    this.kept.push({ levels: [...grouping.levels], base, bytes, used: ++this.clock });
    this.bytes += bytes;
    while (this.bytes > this.budget) this.drop();
  }

  private drop(): void {
    const oldest = this.kept.reduce((least, each) => (each.used < least.used ? each : least));
    this.kept = this.kept.filter((each) => each !== oldest);
    this.bytes -= oldest.bytes;
  }
}

/** What grouping a base visits. */
function workOf({ tuples, occurrences }: Base): number {
  return occurrences.reduce((sum, { value }) => sum + value.length, tuples);
}

function sizeOf({ packs, signatures, units, subjects, occurrences }: Base): number {
  const numbers =
    signatures.starts.length +
    signatures.members.length +
    3 * units.length +
    subjects.signatures.length +
    occurrences.reduce((sum, { value }) => sum + 4 * value.length, 0);
  return packs.reduce((sum, { codes }) => sum + codes.byteLength, 4 * numbers);
}
