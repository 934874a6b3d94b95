import { commonColumns, type CommonColumn } from './common-tables.js';
import { type PublishedRelease, ROW, type Vocabulary, WORD } from './published-release.js';
import type { Findings } from './series-violation.js';
import { SubjectTally } from './tallies.js';
import { Words } from './words.js';

/** More tables than that, and only those are made in which one column alone is coarser than it need be. */
const MOST = 4096;

/** Distinct subjects by cell, and by cell and sensitive value. */
interface Table {
  readonly subjects: ReadonlyMap<number, number>;
  /** Per sensitive column: cell → value → subjects. Only of the finest table. */
  readonly values: readonly ReadonlyMap<number, ReadonlyMap<number, number>>[];
}

/** Releases of one epoch under one transformation. */
export type Stretch = readonly PublishedRelease[];

/**
 * Releases whose units cannot be joined are compared by counts, in every table that can be made of both: a cell has as many
 * subjects as before, or at least k more or fewer; and in the finest, of all values together, none or k more, none or k fewer.
 */
export function checkAcross(
  [former, later]: readonly [Stretch, Stretch],
  vocabulary: Vocabulary,
  findings: Findings,
  finestOnly: boolean,
): void {
  const columns = commonColumns(
    former.map(({ manifest }) => manifest),
    later.map(({ manifest }) => manifest),
  );
  for (const node of nodesOf(columns, finestOnly)) {
    const cells = new Words();
    const finest = node.every((step) => step === 0);
    const tables = [former, later].map((stretch, side) => {
      const cellOf = cellsOf(stretch, { columns, node, side: side as 0 | 1 }, vocabulary, cells);
      return stretch.map((release) => tableOf(release, cellOf, finest));
    });
    for (const [i, one] of former.entries())
      for (const [j, other] of later.entries())
        compare({ one, other, tables: [tables[0]![i]!, tables[1]![j]!], cells: cells.list.length }, findings);
  }
}

function nodesOf(columns: readonly CommonColumn[], finestOnly: boolean): number[][] {
  const first = columns.map(() => 0);
  if (finestOnly) return [first];
  const product = columns.reduce((all, { groupings }) => all * groupings.length, 1);
  if (product > MOST)
    return [
      first,
      ...columns.flatMap(({ groupings }, at) => groupings.slice(1).map((_, step) => first.with(at, step + 1))),
    ];
  let nodes: number[][] = [[]];
  for (const { groupings } of columns) nodes = nodes.flatMap((node) => groupings.map((_, step) => [...node, step]));
  return nodes;
}

/** signature → cell, for the signatures of a stretch. */
function cellsOf(
  stretch: Stretch,
  {
    columns,
    node,
    side,
  }: { readonly columns: readonly CommonColumn[]; readonly node: readonly number[]; readonly side: 0 | 1 },
  { signatures }: Vocabulary,
  cells: Words,
): ReadonlyMap<number, number> {
  const cellOf = new Map<number, number>();
  for (const { signature } of stretch)
    for (const number of signature) {
      if (cellOf.has(number)) continue;
      const rows = signatures.list[number]!.split(ROW).map((row) => {
        const words = row.split(WORD);
        return columns
          .map(
            ({ at, groupings }, column) =>
              groupings[node[column]!]!.sides[side].get(words[at[side]] ?? '') ?? 'unlisted',
          )
          .join();
      });
      cellOf.set(number, cells.number(rows.sort().join(ROW)));
    }
  return cellOf;
}

function tableOf(release: PublishedRelease, cellOf: ReadonlyMap<number, number>, withValues: boolean): Table {
  const { signature, subject, sensitive } = release;
  const count = (groupOf: (unit: number) => number): Map<number, number> => {
    const tally = new SubjectTally();
    signature.forEach((_, unit) => {
      tally.add(groupOf(unit), subject[unit]!);
    });
    return new Map([...tally.below(Infinity)].map(({ group, subjects }) => [group, subjects]));
  };
  const cell = (unit: number): number => cellOf.get(signature[unit]!)!;
  const values = (withValues ? sensitive : []).map((codes) => {
    const width = codes.reduce((most, code) => Math.max(most, code + 1), 0);
    const byCell = new Map<number, Map<number, number>>();
    for (const [group, subjects] of count((unit) => cell(unit) * width + codes[unit]!)) {
      const at = Math.floor(group / width);
      byCell.set(at, (byCell.get(at) ?? new Map<number, number>()).set(group % width, subjects));
    }
    return byCell;
  });
  return { subjects: count(cell), values };
}

interface Pair {
  readonly one: PublishedRelease;
  readonly other: PublishedRelease;
  readonly tables: readonly [Table, Table];
  readonly cells: number;
}

function compare({ one, other, tables: [then, now], cells }: Pair, findings: Findings): void {
  const k = Math.min(one.manifest.k, other.manifest.k);
  const pair = [one.at, other.at];
  const tooFew = (subjects: number): boolean => subjects > 0 && subjects < k;
  for (let cell = 0; cell < cells; cell++) {
    const difference = Math.abs((now.subjects.get(cell) ?? 0) - (then.subjects.get(cell) ?? 0));
    if (tooFew(difference))
      findings.add(
        'difference-below-k',
        pair,
        `${difference} subjects more or fewer in a group that both releases tell apart`,
      );
    for (const [column, values] of now.values.entries()) {
      const [after, before] = [values.get(cell), then.values[column]?.get(cell)];
      let [more, fewer] = [0, 0];
      for (const value of new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])) {
        const step = (after?.get(value) ?? 0) - (before?.get(value) ?? 0);
        if (step > 0) more += step;
        else fewer -= step;
      }
      if (tooFew(more) || tooFew(fewer))
        findings.add(
          'sensitive-change-below-k',
          pair,
          `values of ${tooFew(more) ? more : fewer} subjects differ in a group that both releases tell apart`,
        );
    }
  }
}
