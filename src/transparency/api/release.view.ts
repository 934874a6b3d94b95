export class RequestedReleaseView {
  id!: string;
  /** The version that it will have, e.g. `1.0.1`: other rows raise the last number, a new column the middle one, a column gone or changed the first */
  version!: string;
}

export class ApprovalView {
  staffId!: string;
  /** The file that was approved */
  fileSha256!: string;
  /** ISO time */
  approvedAt!: string;
}

export class ApprovedView {
  approvals!: number;
  needed!: number;
}

export class PublishedView {
  /** ISO time */
  publishedAt!: string;
  /** ISO time from which the public sees it; null: at once */
  publicFrom!: string | null;
}

export class WithdrawnView {
  /** ISO time */
  withdrawnAt!: string;
}

/** How the counts differ from those of the newest release published before. */
export class DifferenceView {
  /** The former release's version */
  version!: string;
  rows!: number;
  units!: number;
  suppressedRows!: number;
  suppressedUnits!: number;
}

export class ReleaseSummaryView {
  id!: string;
  dataset!: string;
  version!: string;
  /** requested, built, verified, published, failed or cancelled */
  status!: string;
  requestedBy!: string;
  /** ISO time */
  requestedAt!: string;
  /** SHA-256 of the file; null until it is built */
  fileSha256!: string | null;
  /** Why it could not be built, as a code; null otherwise */
  failure!: string | null;
  /** ISO time; null until it is published */
  publishedAt!: string | null;
  /** ISO time until which it is published and not before the public yet; null otherwise */
  publicFrom!: string | null;
  /** ISO time; null while it is public, or on its way */
  withdrawnAt!: string | null;
}

export class ReleaseListView {
  releases!: ReleaseSummaryView[];
  /** Give it as `after` for the next page; null on the last */
  next!: string | null;
}

/** How far a build is. */
export class ReleaseBuildView {
  /** More than one: a worker died over it, and another took it up */
  attempt!: number;
  /** snapshot, search, transform, write, then each file by its name, comparing, listing, done */
  stage!: string;
  /** Rows read or written in this stage */
  rowsDone!: number;
  /** ISO time */
  startedAt!: string;
  /** ISO time: when this was said; twice a second while somebody builds */
  toldAt!: string;
}

export class ReleaseView extends ReleaseSummaryView {
  /** What was asked for: columns, their roles, how each may be made coarser, and the query that reads the cases */
  spec!: object;
  /** What is published beside the file: k, demands, levels, how officers are shown; null until it is built */
  manifest!: object | null;
  /** The independent verifier's last answer */
  proof!: object | null;
  /** The utility report: what the release keeps and what it costs, and of whom more was left out; null until it is built */
  report!: object | null;
  approvals!: ApprovalView[];
  /** Null until a worker has taken it up */
  build!: ReleaseBuildView | null;
  /** Null when nothing was published before */
  difference!: DifferenceView | null;
}

/** What somebody could hope for who looks for a person in the file, class by class; a class of n puts each in it at risk 1/n. */
export class RisksView {
  records!: number;
  classes!: number;
  minClass!: number;
  maxClass!: number;
  avgClass!: number;
  /** Mean risk of a record */
  averageRisk!: number;
  marketerSuccess!: number;
  highestRisk!: number;
  lowestRisk!: number;
  prosecutorHighest!: number;
  /** Share of records at a risk above 0.2 */
  'prosecutorAtRisk(0.2)'!: number;
  fractionUnique!: number;
}

export class VerificationView {
  ok!: boolean;
  /** Fewest distinct subjects behind one published signature, as counted in the file; of a cut its source's k; 0: nobody is described */
  k!: number;
  /** `subjects`, or `units` where nothing tells people apart */
  counted!: string;
  rows!: number;
  units!: number;
  classes!: number;
  suppressedRows!: number;
  suppressedUnits!: number;
  sha256!: string;
  violationCount!: number;
  risks!: RisksView;
}
