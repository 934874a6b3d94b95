import type { Coverage } from './coverage.js';
import type { ReportPlace } from './report-content.js';
import type { ReportPeriod } from './report-period.js';

/** All that was read, once and in one view of the published schema, for a report to be made of. */
export interface Material {
  place: ReportPlace;
  period: ReportPeriod;
  terms: Terms;
  complaints: Released | null;
  force: Released | null;
  meetings: Meetings;
  denominators: Denominators;
  policies: Policies;
  reporting: Reporting;
}

/** The charter that the report goes by: when its year begins, and its words for codes. */
export interface Terms {
  version: number;
  sha256: string;
  fiscalYearStartMonth: number;
  labels: Labels;
}

/** Code → words, by vocabulary. */
export type Vocabulary = 'allegations' | 'disciplines' | 'forceTypes' | 'races';
export type Labels = Readonly<Record<Vocabulary, Readonly<Record<string, string>>>>;

/** A dataset's newest release, counted. */
export interface Released {
  release: ReleaseFacts;
  coverage: Coverage;
  /** The whole release by its words for the time */
  periods: readonly Tally[];
  /** What the coverage holds, by column or columns; null: the release has no such column */
  tallies: Readonly<Record<string, readonly Tally[] | null>>;
}

export interface ReleaseFacts {
  dataset: string;
  title: string;
  version: string;
  publishedAt: Date;
  sha256: string;
  address: string;
  oneRow: string;
  unitWord: string;
  k: number;
  /** Units that were left out whole, as a share of all */
  leftOutShare: number;
  caveats: readonly string[];
}

/** One group: its values in order, how many rows, how many different complaints or incidents. */
export interface Tally {
  keys: readonly (string | null)[];
  rows: number;
  units: number;
}

export interface Meetings {
  rows: readonly MeetingRow[];
  /** When the public was last told something of one of them */
  changedAt: Date | null;
  sha256: string;
}

/** Counts alone: what an item is called may have to be withheld one day, and a report that is out stays as it is. */
export interface MeetingRow {
  board: string;
  kind: string;
  /** Where the meeting is, YYYY-MM-DD */
  day: string;
  status: string;
  items: number;
  closedItems: number;
  reportsOut: number;
  minutesApproved: boolean;
  /** Dissents, concurrences and minority reports that are public */
  opinions: number;
}

export interface Policies {
  rows: readonly PolicyRow[];
  changedAt: Date | null;
  sha256: string;
}

/** A recommendation on policy by its public title; of its steps, what they came to. */
export interface PolicyRow {
  number: number;
  title: string;
  addressedTo: string;
  kind: string;
  status: string;
  issuedOn: string;
  daysToAnswer: number | null;
  answer: string | null;
  verified: string | null;
}

export interface Reporting {
  rows: readonly ReportingRow[];
  sha256: string;
}

/** How one department reported in a month or a year; null: withheld, since too few reports stand behind it. */
export interface ReportingRow {
  department: string;
  period: string;
  asked: number;
  zero: number | null;
  missing: number;
  reports: number | null;
  late: number | null;
  /** Per cent */
  answered: number | null;
  medianDays: number | null;
  k: number;
}

export interface Denominators {
  rows: readonly DenominatorRow[];
  sha256: string;
}

/** One standing statement of the whole place. */
export interface DenominatorRow {
  kind: string;
  month: string;
  grouping: string;
  counts: Readonly<Record<string, number>>;
  source: string;
  version: number;
}
