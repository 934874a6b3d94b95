export class ShelvedDatasetView {
  jurisdiction!: string;
  jurisdictionName!: string;
  dataset!: string;
  title!: string;
  /** What one row is */
  oneRow!: string;
  /** Of the newest release */
  version!: string;
  publishedAt!: string;
  rows!: number;
  /** Address of the list of its releases */
  self!: string;
}

export class ShelvedDatasetsView {
  datasets!: ShelvedDatasetView[];
}

export class ShelvedVersionView {
  version!: string;
  publishedAt!: string;
  rows!: number;
  /** Of data.csv */
  bytes!: number;
  /** Address of the list of its files */
  self!: string;
}

export class WithdrawnVersionView {
  version!: string;
  withdrawnAt!: string;
  /** In the board's words */
  reason!: string;
}

export class ShelvedVersionsView {
  jurisdiction!: string;
  dataset!: string;
  title!: string;
  oneRow!: string;
  /** Newest first */
  releases!: ShelvedVersionView[];
  withdrawn!: WithdrawnVersionView[];
}

export class ShelvedFileView {
  name!: string;
  bytes!: number;
  /** SHA-256, in hexadecimal: its ETag too */
  sha256!: string;
  /** Media type */
  type!: string;
  /** True: it compares with a release that was withdrawn, and answers 410 */
  withheld!: boolean;
  /** Its address */
  self!: string;
}

export class LeftOutView {
  name!: string;
  why!: string;
}

export class ShelvedReleaseView extends ShelvedDatasetView {
  caveats!: string[];
  /** No description in it is shared by fewer people */
  k!: number;
  files!: ShelvedFileView[];
  /** Formats that it has not */
  leftOut!: LeftOutView[];
}
