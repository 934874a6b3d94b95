export class RecallGroundView {
  ground!: 'expunged' | 'disposed' | 'sealed';
  /** How many cases; which, nothing says */
  cases!: number;
  /** YYYY-MM-DD: the last time */
  lastOn!: string;
}

export class RecalledReleaseView {
  releaseId!: string;
  dataset!: string;
  version!: string;
  /** Published: to be withdrawn. Anything else: it will not be published any more; ask for a new one */
  status!: string;
  publishedAt!: Date | null;
  /** Null while it is public */
  withdrawnAt!: Date | null;
  grounds!: RecallGroundView[];
}

export class RecalledReleasesView {
  items!: RecalledReleaseView[];
  next!: string | null;
}
