export class DatasetSummaryView {
  jurisdiction!: string;
  jurisdictionName!: string;
  dataset!: string;
  title!: string;
  /** What one row is */
  oneRow!: string;
  /** The newest release */
  version!: string;
  publishedAt!: string;
  rows!: number;
  /** Address of the dataset */
  self!: string;
}

export class DatasetListView {
  datasets!: DatasetSummaryView[];
}

export class DatasetColumnView {
  name!: string;
  title!: string;
  type!: string;
  /** key (a pseudonym, or what names a row), quasi-identifier (coarsened), sensitive or insensitive */
  role!: string;
  description!: string;
  /** Of quasi-identifiers: how coarse it is published */
  shownAs?: string;
  /** Which of the levels that is, 0 the finest */
  level?: number;
  /** What each level is called, from the finest */
  levels?: string[];
  /** It belongs to a cut: part of another dataset's release, in words as they stand there */
  cut?: unknown;
  /** Of pseudonyms: whether one may stand on rows of several units, and joins them */
  repeats?: boolean;
  /** Another dataset whose rows it names */
  references?: ColumnReferenceView;
}

/** A foreign key. */
export class ColumnReferenceView {
  dataset!: string;
  column!: string;
}

export class DatasetReleaseView {
  version!: string;
  publishedAt!: string;
  rows!: number;
  /** SHA-256 of data.csv */
  sha256!: string;
  bytes!: number;
  /** Address under which `data.csv`, `manifest.json`, `dictionary.json` and `dictionary.csv` stand */
  files!: string;
}

export class WithdrawnReleaseView {
  version!: string;
  publishedAt!: string;
  withdrawnAt!: string;
  /** Why it was taken back, in the board's words */
  reason!: string;
}

export class DatasetView {
  jurisdiction!: string;
  jurisdictionName!: string;
  dataset!: string;
  title!: string;
  /** What one row is */
  oneRow!: string;
  /** What the figures do not say */
  caveats!: string[];
  version!: string;
  publishedAt!: string;
  rows!: number;
  /** No description in it is shared by fewer people; null: it describes nobody, but public bodies */
  k!: number | null;
  /** Rows and units that were left out because too few shared their description */
  suppressed!: object;
  columns!: DatasetColumnView[];
  releases!: DatasetReleaseView[];
  /** Releases that were public and are not any more */
  withdrawn!: WithdrawnReleaseView[];
}

export class RowsView {
  dataset!: string;
  release!: string;
  /** One object a row, by column name, with its `row_number`; with `group`, one a group, with its `count` */
  rows!: object[];
  /** Of rows: give it as `after` for the next page; null on the last */
  next?: string | null;
  /** Of groups: false when there are more than were asked for */
  complete?: boolean;
}
