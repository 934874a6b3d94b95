import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/transparency/verify/index.js';
import type { SeriesFiles } from '../../src/transparency/verify/series/index.js';

/** One release, taken apart to be spoiled: rows of cells, without the header, and everything else. */
export interface OpenRelease {
  readonly epoch: string;
  rows: string[][];
  subjects: string[][];
  manifest: Omit<Manifest, 'columns' | 'series'> & { columns: Manifest['columns']; series?: Manifest['series'] };
}

const lines = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** Changes the releases in place, or answers others. */
export type Change = (releases: OpenRelease[]) => unknown;

/** A series in which something was changed by hand, hashes and counts put right: only the fault itself is left to find. */
export function spoil(files: readonly SeriesFiles[], folder: string, change: Change): SeriesFiles[] {
  const opened = files.map(({ csvPath, subjectsPath, manifest }) => ({
    epoch: (manifest as Manifest).series!.epoch,
    rows: lines(csvPath),
    subjects: lines(subjectsPath!),
    manifest: structuredClone(manifest as Manifest),
  }));
  const answered = change(opened);
  return (Array.isArray(answered) ? (answered as OpenRelease[]) : opened).map((release, at) => {
    const header = release.manifest.columns.map(({ name }) => name);
    const text = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('');
    const csv = text([header, ...release.rows]);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    const directory = join(folder, `${at}`);
    mkdirSync(directory, { recursive: true });
    const [csvPath, subjectsPath] = [join(directory, 'data.csv'), join(directory, 'subjects.csv')];
    writeFileSync(csvPath, csv);
    writeFileSync(subjectsPath, text([['unit', 'subject'], ...release.subjects]));
    const units = new Set(release.rows.map(([unit]) => unit)).size;
    const manifest = {
      ...release.manifest,
      file: { name: 'data.csv', sha256, rows: release.rows.length },
      input: { rows: release.rows.length, units },
    };
    return { csvPath, subjectsPath, manifest };
  });
}
