import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeriesRules } from '../../src/transparency/series/index.js';
import type { Manifest, SeriesClaim } from '../../src/transparency/verify/index.js';
import type { SeriesFiles } from '../../src/transparency/verify/series/index.js';

/** A case as a small record holds it: its rows with base words for the quasi-identifiers and words for all else. */
export interface RecordedUnit {
  readonly id: string;
  readonly subject: string;
  readonly rows: readonly { readonly quasi: readonly string[]; readonly cells: readonly string[] }[];
}

export interface SeriesLayout {
  readonly dataset: string;
  /** `pathOf(word)`: the base word and its coarser ones, up to `*`. */
  readonly quasi: readonly { readonly name: string; readonly pathOf: (word: string) => readonly string[] }[];
  /** In the order of `cells`: sensitive columns first. */
  readonly sensitive: readonly string[];
  readonly insensitive: readonly string[];
  readonly rules: SeriesRules;
}

/** A release in words, to be written. */
export interface WrittenRelease {
  readonly layout: SeriesLayout;
  readonly levels: readonly number[];
  /** Per quasi-identifier: published word → its coarser ones. */
  readonly ancestors: readonly ReadonlyMap<string, readonly string[]>[];
  /** pseudonym → rows, cells apart by tabs */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** Lines of the board's own list. */
  readonly subjects: readonly string[];
  readonly series: SeriesClaim;
}

/** Writes file and list as a release would and gives the manifest. */
export function writeSeriesFiles(directory: string, release: WrittenRelease): SeriesFiles {
  const { layout, levels, ancestors, rows, subjects, series } = release;
  const { quasi, sensitive, insensitive, dataset, rules } = layout;
  const header = ['unit', ...quasi.map(({ name }) => name), ...sensitive, ...insensitive];
  const lines = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([pseudonym, list]) => list.map((row) => [pseudonym, ...row.split('\t')].map(quoted).join(',')));
  const csv = [header.join(','), ...lines].map((line) => `${line}\n`).join('');
  const manifest: Manifest = {
    dataset,
    file: { name: 'data.csv', sha256: createHash('sha256').update(csv).digest('hex'), rows: lines.length },
    k: rules.k,
    columns: [
      { name: 'unit', role: 'key' },
      ...quasi.map(({ name }, at) => ({
        name,
        role: 'quasi-identifier' as const,
        level: levels[at]!,
        values: [...ancestors[at]!.keys()],
        ancestors: Object.fromEntries(ancestors[at]!),
      })),
      ...sensitive.map((name) => ({ name, role: 'sensitive' as const })),
      ...insensitive.map((name) => ({ name, role: 'insensitive' as const })),
    ],
    keys: { unit: 'unit', subject: null },
    order: header,
    input: { rows: lines.length, units: rows.size },
    suppressed: { rows: 0, units: 0 },
    forbidden: [],
    demands: rules.values.map(({ l }, a) => ({ type: 'distinct-l' as const, attribute: sensitive[a]!, l })),
    series,
  };
  mkdirSync(directory, { recursive: true });
  const [csvPath, subjectsPath] = [join(directory, 'data.csv'), join(directory, 'subjects.csv')];
  writeFileSync(csvPath, csv);
  writeFileSync(subjectsPath, `unit,subject\n${subjects.join('')}`);
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
  return { csvPath, subjectsPath, manifest };
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
