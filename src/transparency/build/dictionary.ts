import { csvLine, safeCell } from '../rules/csv-line.js';
import type { PublishedManifest, PublishedManifestColumn } from './formats/published-manifest.js';

/** What a dictionary needs of a manifest. */
type Described = Pick<PublishedManifest, 'dataset' | 'version' | 'title' | 'oneRow' | 'caveats' | 'k' | 'columns'>;

/** The data dictionary: what one row is, and what each column holds, as published. */
export function dictionary({ dataset, version, title, oneRow, caveats, k, columns }: Described) {
  return { dataset, version, title, oneRow, caveats, k, columns: columns.map(entry) };
}

/** The same columns as a table. */
export function dictionaryCsv({ columns }: Described): string {
  const header = ['name', 'title', 'type', 'role', 'shown_as', 'description'];
  const lines = columns
    .map(entry)
    .map(({ name, title, type, role, shownAs, description }) => [
      ...[name, title, type, role, shownAs ?? '', description].map(safeCell),
    ]);
  return [header, ...lines].map(csvLine).join('');
}

function entry({ name, title, type, role, description, references, shownAs, levels }: PublishedManifestColumn) {
  return {
    ...{ name, title, type, role, description },
    ...(references === undefined ? {} : { references }),
    ...(shownAs === undefined ? {} : { shownAs, levels }),
  };
}
