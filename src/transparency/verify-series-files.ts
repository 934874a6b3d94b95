import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type SeriesFiles, type SeriesVerification, verifySeries } from './verify/series/index.js';

export interface DatasetSeries extends SeriesVerification {
  /** The dataset whose releases were held against each other. */
  readonly series: string;
}

/**
 * Of releases given in the order in which they came out (directories, or data files with `manifest.json` beside), those
 * that say that they are of a series are held against all others of their dataset.
 * @param subjectsPath the board's own list, over all of them
 */
export async function verifySeriesFiles(
  paths: readonly string[],
  { subjectsPath }: { readonly subjectsPath?: string } = {},
): Promise<DatasetSeries[]> {
  const given = new Map<string, SeriesFiles[]>();
  for (const path of paths) {
    const isDirectory = (await stat(path)).isDirectory();
    const manifest = await readJson(join(isDirectory ? path : dirname(path), 'manifest.json'));
    if (typeof manifest !== 'object' || manifest === null || !('series' in manifest)) continue;
    const dataset = 'dataset' in manifest ? String(manifest.dataset) : '';
    const csvPath = isDirectory ? join(path, 'data.csv') : path;
    const files = given.get(dataset) ?? [];
    given.set(dataset, [...files, { csvPath, manifest, ...(subjectsPath === undefined ? {} : { subjectsPath }) }]);
  }
  const several = [...given].filter(([, files]) => files.length > 1);
  return Promise.all(several.map(async ([series, files]) => ({ series, ...(await verifySeries(files)) })));
}

/** What cannot be read is refused where the file is verified by itself. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

/** For people. */
export function describeSeries(found: DatasetSeries): string[] {
  const { series, ok, releases, epochs, pairs, violations, violationCount } = found;
  return [
    `${ok ? 'ok     ' : 'REFUSED'} the series ${series}: ${releases} releases in ${epochs} epochs, ${pairs} pairs compared`,
    `  told of fewer than k: ${found.differencesBelowK} differences, ${found.changesBelowK} changes, ` +
      `${found.historiesBelowK} joined histories, ${found.classesBelowK} classes; violations: ${violationCount}`,
    ...violations.map(
      ({ code, message, releases: at }) =>
        `    ${code} (releases ${at.map((each) => each + 1).join(', ')}): ${message}`,
    ),
  ];
}
