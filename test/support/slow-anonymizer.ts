import type { Hierarchy, Metric, PrivacyModel, Problem } from '../../src/transparency/anonymize/index.js';
import { slowLoss, type SlowRow } from './slow-loss.js';
import { passesSlowly } from './slow-models.js';

/** What the engine does, done the slow and obvious way: words, maps, definitions, every transformation. */
export interface SlowNode {
  readonly levels: readonly number[];
  readonly suppressedUnits: number;
  readonly loss: readonly number[];
}

export const word = ({ levels }: Hierarchy, level: number, base: number): string =>
  levels[level]!.labels[levels[level]!.codes[base]!]!;

export function* everyTransformation(problem: Problem, at = 0): Generator<number[]> {
  const column = problem.quasiIdentifiers[at];
  if (column === undefined) {
    yield [];
    return;
  }
  for (let level = column.minLevel ?? 0; level <= (column.maxLevel ?? column.hierarchy.levels.length - 1); level++)
    for (const rest of everyTransformation(problem, at + 1)) yield [level, ...rest];
}

/** A node as the definitions have it, whatever the suppression limit. */
export function slowNode(problem: Problem, levels: readonly number[], metric: Metric): SlowNode {
  const { quasiIdentifiers, unit, subject, k, models = [] } = problem;
  const rows: SlowRow[] = Array.from({ length: problem.rows }, (_, row) => ({
    row,
    unit: unit?.[row] ?? row,
    words: quasiIdentifiers.map(({ hierarchy, codes }, j) => word(hierarchy, levels[j]!, codes[row]!)),
    base: quasiIdentifiers.map(({ hierarchy, codes }) => word(hierarchy, 0, codes[row]!)),
  }));
  const classes = classesOf(rows);
  const kept = classes.map(
    (members) =>
      new Set(members.map(({ unit: u }) => subject?.[u] ?? u)).size >= k &&
      cellsOf(members).every((cell) =>
        models.every((model) =>
          passesSlowly(
            problem,
            model,
            cell.map(({ row }) => row),
          ),
        ),
      ),
  );
  for (const model of models) suppressForSizes(model, classes, kept);
  const suppressed = new Set(classes.flatMap((members, i) => (kept[i] ? [] : members.map(({ unit: u }) => u))));
  return { levels, suppressedUnits: suppressed.size, loss: slowLoss(problem, levels, metric, classes, kept) };
}

function groupBy(rows: readonly SlowRow[], key: (row: SlowRow) => string): SlowRow[][] {
  const groups = new Map<string, SlowRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}

/** Units whose rows are the same as multisets stand in one class. */
function classesOf(rows: readonly SlowRow[]): SlowRow[][] {
  const signature = new Map(
    groupBy(rows, ({ unit }) => String(unit)).map((members) => [
      members[0]!.unit,
      members
        .map(({ words }) => words.join('|'))
        .sort()
        .join('&'),
    ]),
  );
  return groupBy(rows, ({ unit }) => signature.get(unit)!);
}

const cellsOf = (members: readonly SlowRow[]): SlowRow[][] => groupBy(members, ({ words }) => words.join('|'));

/** The smallest classes go, one by one, until what is left is safe; the size models are tested without ties that matter. */
function suppressForSizes(model: PrivacyModel, classes: readonly (readonly SlowRow[])[], kept: boolean[]): void {
  if (model.type !== 'average-risk' && model.type !== 'uniqueness') return;
  const met = (): boolean => {
    const sizes = classes.filter((_, i) => kept[i]).map((members) => members.length);
    const rows = sizes.reduce((sum, size) => sum + size, 0);
    const risky = model.type === 'average-risk' ? sizes.length : sizes.filter((size) => size === 1).length;
    return rows === 0 || risky / rows <= model.threshold;
  };
  const order = [...classes.keys()].sort((a, b) => classes[a]!.length - classes[b]!.length || a - b);
  for (const i of order) {
    if (met()) return;
    kept[i] = false;
  }
}
