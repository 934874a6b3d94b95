import { dictionary, dictionaryCsv } from '../build/dictionary.js';
import type { TableManifest } from '../build/release-manifest.js';
import type { SpecDocument } from './spec-document.js';

export interface SpecManifest extends TableManifest {
  readonly title: string;
  readonly oneRow: string;
  readonly caveats: readonly string[];
  readonly version: string;
  readonly specSha256: string;
}

/** The manifest of a table of somebody's own, and the texts that go beside it. */
export function specManifest(
  { dataset, title = dataset, description = '' }: SpecDocument,
  specSha256: string,
  table: TableManifest,
): { readonly manifest: SpecManifest; readonly texts: readonly (readonly [string, string])[] } {
  const manifest = { ...table, title, version: '1.0.0', specSha256, oneRow: description, caveats: [] };
  return {
    manifest,
    texts: [
      ['dictionary.json', `${JSON.stringify(dictionary(manifest), null, 2)}\n`],
      ['dictionary.csv', dictionaryCsv(manifest)],
    ],
  };
}
