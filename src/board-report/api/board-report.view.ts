export class ReportPreviewView {
  /** Hash of all that the report says; give it to publish this very report */
  contentSha256!: string;
  /** Sections with their tables; each table names its sources, the months that it covers, and what is suppressed */
  content!: object;
}

export class PublishedReportView {
  id!: string;
  period!: string;
  edition!: number;
  contentSha256!: string;
  correction!: string | null;
  publishedAt!: string;
}

export class ReportSourceView {
  /** `release`, or `record`: anything else that is public */
  kind!: string;
  /** A dataset, or `meetings`, `denominators`, `charter` */
  id!: string;
  version!: string;
  sha256!: string;
}

export class WithdrawnSourceView {
  dataset!: string;
  version!: string;
  withdrawnAt!: string;
  reason!: string;
}

export class ReportEditionView {
  /** `2026` or `2026-Q1` */
  period!: string;
  title!: string;
  /** Counts from 1; the highest one stands */
  edition!: number;
  /** Why it follows another one */
  correction!: string | null;
  contentSha256!: string;
  /** What its figures come from */
  sources!: ReportSourceView[];
  publishedAt!: string;
  /** Form (`html`, `pdf`, `csv`, `json`) → SHA-256 of the file */
  files!: Record<string, string>;
  /** Releases that it was made of and that were withdrawn: the edition went with them, and its address says so (410) */
  withdrawn!: WithdrawnSourceView[];
  /** Address of its page; `.pdf`, `.csv` and `.json` before the question mark give the other forms */
  self!: string;
}

export class ReportEditionsView {
  items!: ReportEditionView[];
}
