import type { ColumnReference } from '../../datasets/release-spec.js';
import type { ListedFile } from '../../verify/index.js';
import type { ReleaseIdentity } from '../release-manifest.js';

/** Of a column, what is told in other formats and descriptions. */
export interface PublishedManifestColumn {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'date';
  readonly role: 'key' | 'quasi-identifier' | 'sensitive' | 'insensitive';
  readonly description: string;
  /** Every word that stands in it, where it is told. */
  readonly values?: readonly string[];
  readonly shownAs?: string;
  readonly levels?: readonly string[];
  readonly references?: ColumnReference;
}

/** What all that is written beside a data file needs of the manifest, however the file was made. */
export interface PublishedManifest extends ReleaseIdentity {
  readonly dataset: string;
  /** Null: nobody is described, and there is nothing to count. */
  readonly k: number | null;
  readonly columns: readonly PublishedManifestColumn[];
  /** Of a table that was anonymized: the pseudonyms by which its rows belong together. */
  readonly keys?: { readonly unit: string | null };
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number; readonly rows: number };
  readonly files?: readonly ListedFile[];
}
