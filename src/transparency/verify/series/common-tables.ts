import type { SeriesManifest } from './series-manifest.js';

/** Of one column: each word of either stretch, with everything that it is part of. */
type Paths = ReadonlyMap<string, readonly string[]>;
/** word → group, for the earlier and the later stretch. */
export interface Grouping {
  readonly sides: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
}
/** A quasi-identifier that both stretches publish: where it stands in each, and its groupings, finest first. */
export interface CommonColumn {
  readonly at: readonly [number, number];
  readonly groupings: readonly Grouping[];
}

interface Side {
  readonly paths: Paths;
  readonly level: number;
  readonly at: number;
}

/**
 * How two stretches of releases, each with levels of its own, can be put beside each other: per column the finest groups
 * that both can tell, and every coarser grouping after it.
 */
export function commonColumns(first: readonly SeriesManifest[], second: readonly SeriesManifest[]): CommonColumn[] {
  const [former, later] = [sidesOf(first), sidesOf(second)];
  return [...former].flatMap(([name, one]) => {
    const other = later.get(name);
    return other === undefined ? [] : [{ at: [one.at, other.at] as const, groupings: groupingsOf([one, other]) }];
  });
}

function sidesOf(manifests: readonly SeriesManifest[]): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const { columns } of manifests) {
    const quasi = columns.flatMap((column) => (column.role === 'quasi-identifier' ? [column] : []));
    for (const [at, { name, level, values, ancestors }] of quasi.entries()) {
      const paths = new Map(sides.get(name)?.paths);
      for (const value of values) paths.set(value, [value, ...(ancestors?.[value] ?? [])]);
      sides.set(name, { paths, level, at });
    }
  }
  return sides;
}

function groupingsOf(sides: readonly [Side, Side]): Grouping[] {
  const labels = sides.map(({ paths }, side) => new Map([...paths.keys()].map((word, at) => [word, 2 * at + side])));
  const [former, later] = labels as [Map<string, number>, Map<string, number>];
  const spread = (keysOf: (side: Side, path: readonly string[]) => readonly string[]): void => {
    for (let stable = false; !stable;) {
      stable = true;
      const least = new Map<string, number>();
      const visit = (settle: boolean): void => {
        for (const [at, side] of sides.entries())
          for (const [word, path] of side.paths)
            for (const key of keysOf(side, path)) {
              const label = labels[at]!.get(word)!;
              const low = least.get(key) ?? label;
              if (label < low || !least.has(key)) least.set(key, Math.min(label, low));
              if (settle && low < label) {
                relabel(labels, label, low);
                stable = false;
              }
            }
      };
      visit(false);
      visit(true);
    }
  };
  // A word of one side and what it is part of, where the other side shows just that, are one group.
  spread((side, path) =>
    path.filter((word, depth) => depth === 0 || sides.some((other) => other !== side && other.paths.has(word))),
  );
  const groupings: Grouping[] = [snapshot(former, later)];
  for (let level = Math.max(sides[0].level, sides[1].level) + 1; size(former, later) > 1; level++) {
    const before = size(former, later);
    spread((side, path) => [path[level - side.level] ?? '*']);
    if (size(former, later) < before) groupings.push(snapshot(former, later));
  }
  return groupings;
}

function relabel(labels: readonly Map<string, number>[], from: number, to: number): void {
  for (const side of labels) for (const [word, label] of side) if (label === from) side.set(word, to);
}

const snapshot = (former: Map<string, number>, later: Map<string, number>): Grouping => ({
  sides: [new Map(former), new Map(later)],
});
const size = (former: Map<string, number>, later: Map<string, number>): number =>
  new Set([...former.values(), ...later.values()]).size;
