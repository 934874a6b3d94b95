import type { Base } from './base.js';
import { coarsen } from './coarsen.js';
import type { Grouping } from './grouping.js';
import { OccurrenceMerger } from './occurrences.js';

interface Snapshot {
  readonly levels: readonly number[];
  readonly tuples: number;
  /** The grouping itself until it is asked for: most never are. */
  content: Base | Grouping;
  bytes: number;
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
      if (snapshot.tuples < (best?.tuples ?? Infinity) && isBelow(snapshot.levels, levels)) best = snapshot;
    return best === null ? this.root : this.open(best);
  }

  /** Keeps a grouping's classes when that saves enough. */
  offer(grouping: Grouping): void {
    if (grouping.tupleIds > SHARE * grouping.base.tuples || workOf(grouping.base) < SMALL * workOf(this.root)) return;
    const content = copyOf(grouping);
    const bytes = 4 * (content.tupleOf.length + content.units.length + content.classOf.length);
    if (bytes > this.budget) return;
    const { levels, tupleIds } = content;
    this.kept.push({ levels, tuples: tupleIds, content, bytes, used: ++this.clock });
    this.bytes += bytes;
    this.makeRoom();
  }

  private open(snapshot: Snapshot): Base {
    snapshot.used = ++this.clock;
    const { content } = snapshot;
    if (!('tupleOf' in content)) return content;
    const base = coarsen(content, this.merger);
    const bytes = sizeOf(base);
    this.bytes += bytes - snapshot.bytes;
    Object.assign(snapshot, { content: base, bytes });
    this.makeRoom();
    return base;
  }

  private makeRoom(): void {
    while (this.bytes > this.budget) {
      const oldest = this.kept.reduce((least, each) => (each.used < least.used ? each : least));
      this.kept = this.kept.filter((each) => each !== oldest);
      this.bytes -= oldest.bytes;
    }
  }
}

function isBelow(finer: readonly number[], coarser: readonly number[]): boolean {
  for (let j = 0; j < finer.length; j++) if (finer[j]! > coarser[j]!) return false;
  return true;
}

/** What making a base of the grouping needs, out of reach of the next grouping. */
function copyOf(grouping: Grouping): Grouping {
  const { base, tupleOf, classOf, ids, units } = grouping;
  const own = tupleOf.slice(0, base.tuples);
  return {
    ...grouping,
    levels: [...grouping.levels],
    tupleOf: own,
    classOf: base.plain ? own : classOf.slice(0, base.units.length),
    units: units.slice(0, ids),
  };
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
