/** A file of a release, as its manifest lists it. */
export interface ReleasedFile {
  readonly name: string;
  /** Hexadecimal */
  readonly sha256: string;
  readonly bytes: number;
}

export interface CataloguedRelease {
  readonly version: string;
  readonly title: string;
  readonly publishedAt: Date;
  readonly rows: number;
  readonly files: readonly ReleasedFile[];
  /** What one row is */
  readonly oneRow: string;
  readonly caveats: readonly string[];
}

/** What the place's charter says of itself as a publisher (`publication.catalogue`); what it does not say is not made up. */
export interface PublisherTerms {
  readonly publisher?: string;
  readonly contact?: { readonly name: string; readonly email: string };
  /** Address of the licence's text */
  readonly licence?: string;
  readonly themes?: readonly string[];
}

/** A dataset as catalogues of open data list it: by its newest release, with the one before. */
export interface CataloguedDataset {
  readonly jurisdiction: string;
  readonly jurisdictionName: string;
  readonly dataset: string;
  readonly terms: PublisherTerms;
  /** When its first release came out, withdrawn or not */
  readonly firstPublishedAt: Date;
  readonly columns: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  readonly newest: CataloguedRelease;
  readonly previous: CataloguedRelease | null;
}
