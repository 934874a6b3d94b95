import type { QueryResultRow } from 'pg';

/** A column as readers may ask for it. */
export interface PublishedColumn {
  name: string;
  title: string;
  type: 'text' | 'integer' | 'boolean' | 'date';
  role: string;
  description: string;
  shownAs?: string;
  levels?: string[];
  /** Which there are, where the manifest lists them */
  values?: string[];
}

/** A published release: which rows there are, and of what kind. */
export interface PublishedRelease extends QueryResultRow {
  id: string;
  jurisdiction: string;
  jurisdictionName: string;
  dataset: string;
  version: string;
  title: string;
  publishedAt: Date;
  rows: number;
  sha256: string;
  bytes: number;
  columns: PublishedColumn[];
}
