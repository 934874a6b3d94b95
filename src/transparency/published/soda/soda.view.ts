export class SodaColumnView {
  id!: number;
  name!: string;
  /** Its name in queries */
  fieldName!: string;
  description!: string;
  position!: number;
  dataTypeName!: string;
  renderTypeName!: string;
}

export class SodaReleaseView {
  /** The version of the release that answers now */
  release!: string;
  rows!: number;
  sha256!: string;
}

export class SodaOwnerView {
  id!: string;
  displayName!: string;
}

/** A dataset as Socrata's Views API tells of it. Times are seconds since 1970. */
export class SodaDatasetView {
  id!: string;
  name!: string;
  description!: string;
  attribution!: string;
  assetType!: string;
  viewType!: string;
  displayType!: string;
  createdAt!: number;
  publicationDate!: number;
  rowsUpdatedAt!: number;
  viewLastModified!: number;
  provenance!: string;
  publicationStage!: string;
  tableAuthor!: SodaOwnerView;
  columns!: SodaColumnView[];
  metadata!: SodaReleaseView;
}

/** A dataset as Socrata's Metadata API tells of it. */
export class SodaMetadataView {
  id!: string;
  name!: string;
  attribution!: string;
  description!: string;
  createdAt!: string;
  dataUpdatedAt!: string;
  metadataUpdatedAt!: string;
  updatedAt!: string;
  /** Where our own API tells of it */
  webUri!: string;
  /** Where its rows are */
  dataUri!: string;
  provenance!: string;
  customFields!: SodaReleaseView;
}

export class SodaResourceView {
  id!: string;
  name!: string;
  description!: string;
  attribution!: string;
  type!: string;
  createdAt!: string;
  updatedAt!: string;
  columns_name!: string[];
  columns_field_name!: string[];
  columns_datatype!: string[];
  columns_description!: string[];
  provenance!: string;
}

export class SodaCatalogEntryView {
  resource!: SodaResourceView;
  permalink!: string;
  link!: string;
}

/** The catalogue as Socrata's Discovery API has it. */
export class SodaCatalogView {
  results!: SodaCatalogEntryView[];
  /** How many there are in all */
  resultSetSize!: number;
}
