import type { Anonymization, Problem } from '../../src/transparency/anonymize/index.js';
import type { Demand, Manifest } from '../../src/transparency/verify/index.js';
import { word } from './slow-anonymizer.js';
import { byCells, unitRows, type WrittenRelease } from './written-release.js';

/** What a mutation may draw on: a release, how it came about, and chance. */
export interface Mutable {
  readonly release: WrittenRelease;
  readonly problem: Problem;
  readonly result: Anonymization;
  /** A whole number below the limit. */
  readonly draw: (limit: number) => number;
}

type Mutation = (given: Mutable) => WrittenRelease;
const withRows = (release: WrittenRelease, rows: readonly (readonly string[])[]): WrittenRelease => ({
  ...release,
  rows: [...rows].sort(byCells),
});
const withManifest = (release: WrittenRelease, over: Partial<Manifest>): WrittenRelease => ({
  ...release,
  manifest: { ...release.manifest, ...over },
});

/** The manifest owns up to the change, so that nothing but the class can tell. */
function recounted(release: WrittenRelease, { rows, units }: { rows: number; units: number }): WrittenRelease {
  const { file, suppressed } = release.manifest;
  return withManifest(release, {
    file: { ...file, rows: file.rows + rows },
    suppressed: { rows: suppressed.rows - rows, units: suppressed.units - units },
  });
}

function changeCell(
  { release, draw }: Mutable,
  role: string,
  to: (cell: string, at: number) => string,
): WrittenRelease {
  const places = release.manifest.columns.flatMap((column, at) => (column.role === role ? [at] : []));
  const row = draw(release.rows.length);
  const at = places[draw(places.length)] ?? 0;
  const changed = release.rows.map((cells, i) => (i === row ? cells.with(at, to(cells[at]!, at)) : cells));
  return withRows(release, changed);
}

const changeDemand = ({ release, draw }: Mutable, change: (demand: Demand) => Demand): WrittenRelease => {
  const { demands = [] } = release.manifest;
  const at = draw(demands.length);
  return withManifest(release, { demands: demands.map((demand, i) => (i === at ? change(demand) : demand)) });
};

function harder(demand: Demand): Demand {
  if ('l' in demand) return { ...demand, l: demand.l + 1 };
  if ('t' in demand) return { ...demand, t: demand.t / 3 };
  if ('beta' in demand) return { ...demand, beta: demand.beta / 3 };
  return { ...demand, threshold: demand.threshold / 3 };
}

function otherShares(demand: Demand): Demand {
  if (!('overall' in demand)) return demand;
  const [first, ...rest] = Object.entries(demand.overall);
  if (first === undefined || rest.length === 0) return demand;
  return { ...demand, overall: Object.fromEntries([...rest, [first[0], first[1] / 2]]) };
}

/** Every kind of change; what it breaks, if anything, is for the oracle to say. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a unit left out of its class': ({ release, draw }) => {
    const key = release.rows[draw(release.rows.length)]![0];
    const kept = release.rows.filter((row) => row[0] !== key);
    return recounted(withRows(release, kept), { rows: kept.length - release.rows.length, units: -1 });
  },
  'a suppressed unit put back': ({ release, problem, result, draw }) => {
    const gone = [...result.keep.keys()].filter((unit) => result.keep[unit] === 0);
    const unit = gone[draw(Math.max(1, gone.length))];
    if (unit === undefined) return release;
    const back = unitRows(problem, result.transformation, unit);
    return recounted(withRows(release, [...release.rows, ...back]), { rows: back.length, units: 1 });
  },
  'a value of a finer level': (given) =>
    changeCell(given, 'quasi-identifier', (_, at) => {
      const { hierarchy } = given.problem.quasiIdentifiers[at - 1]!;
      return word(hierarchy, 0, given.draw(hierarchy.levels[0]!.codes.length));
    }),
  'another value of the same level': (given) =>
    changeCell(given, 'quasi-identifier', (cell, at) => {
      const column = given.release.manifest.columns[at]!;
      const values = column.role === 'quasi-identifier' ? column.values : [cell];
      return values[given.draw(values.length)] ?? cell;
    }),
  'a value blanked': (given) => changeCell(given, 'quasi-identifier', () => ''),
  'another sensitive value': (given) =>
    changeCell(given, 'sensitive', (cell, at) => {
      const column = given.release.manifest.columns[at]!;
      const values = column.role === 'sensitive' ? (column.values ?? [cell]) : [cell];
      return values[given.draw(values.length)] ?? cell;
    }),
  'a sensitive value nobody knows': (given) => changeCell(given, 'sensitive', () => 'plague'),
  'an identifier in a cell': (given) => changeCell(given, 'sensitive', () => 'j.doe@example.org'),
  'a case number for a key': (given) => changeCell(given, 'key', () => '2018-1017'),
  'two units under one key': ({ release, draw }) => {
    const keys = [...new Set(release.rows.map((row) => row[0]!))];
    const [from, to] = [keys[draw(keys.length)], keys[draw(keys.length)]];
    return withRows(
      release,
      release.rows.map((row) => (row[0] === from ? row.with(0, to!) : row)),
    );
  },
  'rows changed about': ({ release, draw }) => {
    const at = draw(release.rows.length);
    const to = draw(release.rows.length);
    return { ...release, rows: release.rows.with(at, release.rows[to]!).with(to, release.rows[at]!) };
  },
  'a row twice': ({ release, draw }) => withRows(release, [...release.rows, release.rows[draw(release.rows.length)]!]),
  'a row cut short': ({ release, draw }) => {
    const at = draw(release.rows.length);
    return { ...release, rows: release.rows.with(at, release.rows[at]!.slice(0, -1)) };
  },
  'columns changed about': ({ release: { header, ...release } }) => ({ ...release, header: [...header].reverse() }),
  'another number of rows': ({ release }) =>
    withManifest(release, { file: { ...release.manifest.file, rows: release.manifest.file.rows + 1 } }),
  'another number of units': ({ release, draw }) => {
    const { input } = release.manifest;
    return withManifest(release, { input: { ...input, units: input.units + 1 + draw(3) } });
  },
  'suppressed rows kept quiet': ({ release }) =>
    withManifest(release, { suppressed: { ...release.manifest.suppressed, rows: 0 } }),
  'a greater k': ({ release, result }) => withManifest(release, { k: result.smallestClass + 1 }),
  'a harder demand': (given) => changeDemand(given, harder),
  'other overall shares': (given) => changeDemand(given, otherShares),
  'another hash': ({ release }) => ({ ...release, sha256: 'f'.repeat(64) }),
  'a value less in a level': ({ release, draw }) => {
    const { columns } = release.manifest;
    const at = 1 + draw(columns.length - 1);
    return withManifest(release, {
      columns: columns.map((column, i) =>
        i === at && column.role !== 'key' ? { ...column, values: (column.values ?? []).slice(1) } : column,
      ),
    });
  },
  'all units one person': ({ release }) => ({
    ...release,
    subjects: release.subjects && new Map([...release.subjects].map(([key]) => [key, 'person 0'])),
  }),
  'a person not listed': ({ release, draw }) => ({
    ...release,
    subjects: release.subjects && new Map([...release.subjects].filter((_, at) => at !== draw(3))),
  }),
};
