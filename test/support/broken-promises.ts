import type { PrivacyModel, Problem } from '../../src/transparency/anonymize/index.js';
import type { Demand, Manifest } from '../../src/transparency/verify/index.js';
import { passesSlowly } from './slow-models.js';
import { byCells, type WrittenRelease } from './written-release.js';

type Row = readonly string[];

/**
 * Which promises a written release breaks, found the slow and obvious way: with words, maps and definitions. It knows
 * neither the engine's code nor the verifier's.
 * @param problem whose hierarchies the sensitive attributes have
 */
export function brokenPromises(release: WrittenRelease, problem: Problem): string[] {
  const { header, rows, manifest, sha256 } = release;
  const { columns, input, suppressed } = manifest;
  const names = columns.map(({ name }) => name);
  if (header.join() !== names.join()) return ['header'];
  if (rows.some((row) => row.length !== names.length)) return ['ragged'];
  const units = groupBy(rows, (row) => row[0]!);
  return [
    ...(sha256 === undefined ? [] : ['hash']),
    ...(rows.length === manifest.file.rows ? [] : ['rows']),
    ...(units.size === input.units - suppressed.units ? [] : ['units']),
    ...(rows.length === input.rows - suppressed.rows ? [] : ['suppressed']),
    ...(rows.every((row) => /^[0-9a-f]{16,}$/.test(row[0]!)) ? [] : ['key']),
    ...(rows.every((row, at) => at === 0 || byCells(rows[at - 1]!, row) <= 0) ? [] : ['order']),
    ...(rows.every((row) => row.every((cell, at) => mayStand(cell, columns[at]!))) ? [] : ['value']),
    ...people(release, [...units.values()]),
    ...sensitive(release, [...units.values()], problem),
  ];
}

function groupBy(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

const mayStand = (cell: string, column: Manifest['columns'][number]): boolean =>
  column.role === 'key' || column.values?.includes(cell) === true;

function quasiIdentifiers({ columns }: Manifest, row: Row): string {
  return row.filter((_, at) => columns[at]!.role === 'quasi-identifier').join('|');
}

/** Units by their signature. */
function classesOf({ manifest }: WrittenRelease, units: readonly Row[][]): Row[][][] {
  const classes = new Map<string, Row[][]>();
  for (const unit of units) {
    const signature = unit
      .map((row) => quasiIdentifiers(manifest, row))
      .sort()
      .join('&');
    classes.set(signature, [...(classes.get(signature) ?? []), unit]);
  }
  return [...classes.values()];
}

function people(release: WrittenRelease, units: readonly Row[][]): string[] {
  const { subjects, manifest } = release;
  const who = (unit: readonly Row[]): string => subjects?.get(unit[0]![0]!) ?? `unit ${unit[0]![0]!}`;
  const few = classesOf(release, units).some((members) => new Set(members.map(who)).size < manifest.k);
  const unknown = subjects !== null && units.some((unit) => !subjects.has(unit[0]![0]!));
  return [...(few ? ['k'] : []), ...(unknown ? ['unknown subject'] : [])];
}

function sensitive(release: WrittenRelease, units: readonly Row[][], problem: Problem): string[] {
  const { manifest, rows } = release;
  const classes = classesOf(release, units);
  return (manifest.demands ?? []).flatMap((demand) => {
    if (!('attribute' in demand)) {
      const risky = demand.type === 'average-risk' ? classes : classes.filter((members) => members.flat().length === 1);
      return rows.length > 0 && risky.length / rows.length > demand.threshold + 1e-12 ? [demand.type] : [];
    }
    const at = manifest.columns.findIndex(({ name }) => name === demand.attribute);
    const cells = classes.flatMap((members) => [
      ...groupBy(members.flat(), (row) => quasiIdentifiers(manifest, row)).values(),
    ]);
    const values = (of: readonly Row[]): string[] => of.map((row) => row[at]!);
    const overall = overallRows(demand, values(rows), manifest.input.rows);
    if (overall === null) return ['overall'];
    return cells.every((cell) => meets(demand, values(cell), overall, problem)) ? [] : [demand.type];
  });
}

/** The input's values as claimed, one each row; null when no such input exists. */
function overallRows(demand: Demand, published: readonly string[], rows: number): string[] | null {
  if (!('overall' in demand)) return [];
  const counts = Object.entries(demand.overall).map(([value, share]) => [value, Math.round(share * rows)] as const);
  const fits = counts.every(
    ([value, count]) =>
      Math.abs(count / rows - demand.overall[value]!) <= 0.0000501 &&
      count >= published.filter((other) => other === value).length,
  );
  const known = published.every((value) => value in demand.overall);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return fits && known && all === rows
    ? counts.flatMap(([value, count]) => new Array<string>(count).fill(value))
    : null;
}

/** The definition, over a table of the claimed input's rows and, after them, the cell's. */
function meets(
  demand: Extract<Demand, { attribute: string }>,
  cell: readonly string[],
  overall: readonly string[],
  problem: Problem,
): boolean {
  const attribute = problem.sensitive!.find(({ name }) => name === demand.attribute)!;
  const labels = attribute.hierarchy!.levels[0]!.labels;
  const codeOf = (value: string): number => labels.indexOf(value);
  const codes = Int32Array.from([...overall, ...cell], codeOf);
  if (codes.includes(-1)) return false;
  const order = 'order' in demand ? { order: Int32Array.from(demand.order ?? [], codeOf) } : {};
  const { name, hierarchy } = attribute;
  const table = { ...problem, rows: overall.length, sensitive: [{ name, codes, hierarchy: hierarchy!, ...order }] };
  const model: PrivacyModel = demand;
  return passesSlowly(
    table,
    model,
    Array.from(cell.keys(), (i) => overall.length + i),
  );
}
