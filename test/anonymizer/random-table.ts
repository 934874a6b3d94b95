import fc from 'fast-check';
import type { HierarchyLine, TableCell, TableSpec } from '../../src/transparency/tables/index.js';

/** A hierarchy over leaves: the total, and between them groups of the given sizes where there are several. */
export function hierarchy(word: string, groups: readonly number[]): HierarchyLine[] {
  const lines: HierarchyLine[] = [{ level: '@', name: 'Total' }];
  let leaf = 0;
  for (const [at, size] of groups.entries()) {
    if (size > 1) lines.push({ level: '@@', name: `${word}-group${at}` });
    for (let i = 0; i < size; i++) lines.push({ level: size > 1 ? '@@@' : '@@', name: `${word}${leaf++}` });
  }
  return lines;
}

/** The table with every margin, of leaf counts in the order of the last dimension running fastest. */
export function tableOf(
  name: string,
  threshold: number,
  hierarchies: Readonly<Record<string, readonly HierarchyLine[]>>,
  counts: readonly number[],
): TableSpec {
  const dims = Object.keys(hierarchies);
  const axes = dims.map((dimension) => below(hierarchies[dimension]!));
  const leaves = axes.map(({ leafCount }) => leafCount);
  const cells: TableCell[] = [];
  const fill = (d: number, words: Record<string, string>, at: readonly number[]): void => {
    if (d === dims.length) {
      cells.push({ ...words, freq: at.reduce((sum, place) => sum + counts[place]!, 0) });
      return;
    }
    for (const { name: word, of } of axes[d]!.codes)
      fill(
        d + 1,
        { ...words, [dims[d]!]: word },
        at.flatMap((place) => [...of].map((leaf) => place * leaves[d]! + leaf)),
      );
  };
  fill(0, {}, [0]);
  return { name, threshold, dims, hierarchies, cells };
}

function below(lines: readonly HierarchyLine[]): { codes: { name: string; of: Set<number> }[]; leafCount: number } {
  let leafCount = 0;
  const codes = lines.map(({ name }) => ({ name, of: new Set<number>() }));
  lines.forEach(({ level }, at) => {
    if ((lines[at + 1]?.level.length ?? 0) > level.length) return;
    const leaf = leafCount++;
    let depth = level.length + 1;
    for (let above = at; above >= 0; above--) {
      if (lines[above]!.level.length >= depth) continue;
      depth = lines[above]!.level.length;
      codes[above]!.of.add(leaf);
    }
  });
  return { codes, leafCount };
}

const groups = (most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: most });

/** Tables of two or three dimensions, half their counts small or none. */
export const anyTable = (mostGroups: number, dimensions: { min: number; max: number }): fc.Arbitrary<TableSpec> =>
  fc
    .tuple(
      fc.array(groups(mostGroups), { minLength: dimensions.min, maxLength: dimensions.max }),
      fc.integer({ min: 1, max: 5 }),
      fc.infiniteStream(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }))),
    )
    .map(([shape, threshold, counts]) => {
      const hierarchies = Object.fromEntries(shape.map((of, d) => ['abc'[d]!, hierarchy('abc'[d]!, of)]));
      const size = shape.reduce((product, of) => product * of.reduce((sum, group) => sum + group, 0), 1);
      const drawn = Array.from({ length: size }, () => counts.next().value as number);
      return tableOf('random', threshold, hierarchies, drawn);
    });
