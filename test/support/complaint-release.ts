import { anonymize, bands, dates, groups, type Problem } from '../../src/transparency/anonymize/index.js';
import type { Manifest } from '../../src/transparency/verify/index.js';
import { sampleRelease, sha256, type SampleRelease } from './sample-release.js';

export const UNITS = 600;

/** 600 complaints of one or two accused officers each: every fourth has two. Three complainants' ages are unknown. */
const unit = Int32Array.from({ length: UNITS + 150 }, (_, row) => (row < UNITS ? row : (row - UNITS) * 4));
const months = ['2018-01', '2018-02', '2018-07'];
const ages = ['23', '24', '31', '37', 'unknown'];
export const problem: Problem = {
  rows: unit.length,
  unit,
  k: 5,
  suppressionLimit: 0.1,
  quasiIdentifiers: [
    { name: 'month', codes: unit.map((u) => u % 3), hierarchy: dates('month', months, ['year']), scope: 'unit' },
    {
      name: 'age',
      codes: unit.map((u) => (u < 3 ? 4 : Math.floor(u / 3) % 4)),
      hierarchy: bands('age', ages, [10]),
      minLevel: 1,
      scope: 'unit',
    },
    {
      name: 'race',
      codes: unit.map((_, row) => ((row * 7) % 5) % 2),
      hierarchy: groups('race', ['black', 'white'], []),
    },
  ],
};
export const result = anonymize(problem);

const written = sampleRelease(problem, result);
export const good: SampleRelease = {
  csv: written.csv,
  manifest: { ...written.manifest, ...columnsWith('month', { dates: 'month' }, written.manifest.columns) },
};
const lines = good.csv.trimEnd().split('\n');
const keyOf = (line: string): string => line.slice(0, 16);
const isAlone = (line: string): boolean => lines.filter((other) => keyOf(other) === keyOf(line)).length === 1;
/** Numbers of lines (from 0, the header) whose unit has one row only. */
export const alone = lines.flatMap((line, at) => (at > 0 && isAlone(line) ? [at] : []));

/** The file with its lines changed and the manifest's hash mended, so that only the fault itself can be found. */
export function spoil(
  change: (all: readonly string[]) => readonly string[],
  over: Partial<Manifest> = {},
): SampleRelease {
  const csv = `${change(lines).join('\n')}\n`;
  const manifest = { ...good.manifest, ...over };
  return { csv, manifest: { ...manifest, file: { ...manifest.file, sha256: sha256(csv) } } };
}

/** Changes one cell of the row at `at` (1 is the first after the header). */
export function cell(at: number, column: string, to: string) {
  const place = good.manifest.columns.findIndex(({ name }) => name === column);
  return (all: readonly string[]) => all.with(at, all[at]!.split(',').with(place, to).join(','));
}

export function columnsWith(
  name: string,
  over: object,
  columns: Manifest['columns'] = good.manifest.columns,
): Pick<Manifest, 'columns'> {
  return {
    columns: columns.map((column) => (column.name === name ? { ...column, ...over } : column)),
  };
}

/** Leaves four of the units that look like the first lone one, and owns up to the rest as suppressed: k − 1 people. */
export function thinned(): SampleRelease {
  const tuple = (line: string): string => line.split(',').slice(1, 4).join();
  const alike = alone.map((at) => lines[at]!).filter((line) => tuple(line) === tuple(lines[alone[0]!]!));
  const gone = new Set(alike.slice(problem.k - 1));
  const { file, suppressed } = good.manifest;
  return spoil((all) => all.filter((line) => !gone.has(line)), {
    suppressed: { rows: suppressed.rows + gone.size, units: suppressed.units + gone.size },
    file: { ...file, rows: file.rows - gone.size },
  });
}
