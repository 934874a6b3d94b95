import type { Manifest, SeriesClaim } from '../manifest.js';
import { readManifest } from '../read-manifest.js';

export type SeriesManifest = Manifest & { readonly series: SeriesClaim };

/** The manifest of one release of a series, or what is wrong with it, in words. */
export function readSeriesManifest(json: unknown): { manifest: SeriesManifest | null; problems: string[] } {
  const { manifest, problems } = readManifest(json);
  if (manifest === null) return { manifest: null, problems: [...problems] };
  const found = [...seriesProblems(manifest)];
  return { manifest: found.length === 0 ? (manifest as SeriesManifest) : null, problems: found };
}

function* seriesProblems({ series, columns }: Manifest): Generator<string> {
  if (series === undefined || typeof series.epoch !== 'string' || series.epoch === '') {
    yield 'series.epoch is missing: the release is not one of a series';
    return;
  }
  if (!Number.isInteger(series.number) || series.number < 1) yield 'series.number is not a whole number of at least 1';
  for (const column of columns) {
    if (column.role !== 'quasi-identifier') continue;
    const lost = column.values.filter((value) => value !== '*' && column.ancestors?.[value]?.at(-1) !== '*');
    if (lost.length > 0)
      yield `column ${column.name} does not say of ${lost.length} of its values what they are part of, up to "*"`;
  }
}

/** Sensitive column → the fewest distinct values that its classes were promised to have; 1 when nothing was. */
export function promisedValues(manifest: Manifest): number[] {
  const demands = manifest.demands ?? [];
  return manifest.columns
    .filter(({ role }) => role === 'sensitive')
    .map(({ name }) =>
      demands.reduce(
        (most, demand) => (demand.type === 'distinct-l' && demand.attribute === name ? Math.max(most, demand.l) : most),
        1,
      ),
    );
}
