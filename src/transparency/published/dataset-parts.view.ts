import { DatasetColumnView, DatasetReleaseView, WithdrawnReleaseView } from './dataset.view.js';

export class SchemaFieldView {
  name!: string;
  title!: string;
  /** Of Table Schema: string, integer, boolean or date */
  type!: string;
  description!: string;
}

export class SchemaView {
  fields!: SchemaFieldView[];
  /** What stands for "empty" in the CSV */
  missingValues!: string[];
}

export class DictionaryView {
  dataset!: string;
  version!: string;
  title!: string;
  /** What one row is */
  oneRow!: string;
  /** What the figures do not say */
  caveats!: string[];
  columns!: DatasetColumnView[];
}

export class ReleasesView {
  jurisdiction!: string;
  dataset!: string;
  /** Newest first */
  releases!: DatasetReleaseView[];
  /** Releases that were public and are not any more */
  withdrawn!: WithdrawnReleaseView[];
}
