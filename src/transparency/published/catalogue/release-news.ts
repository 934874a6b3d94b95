/** Something that became public, or ceased to be. */
export interface ReleaseNews {
  /** A release; one in the place of another that had been withdrawn; or a withdrawal */
  readonly kind: 'release' | 'correction' | 'withdrawal';
  readonly releaseId: string;
  readonly jurisdiction: string;
  readonly jurisdictionName: string;
  readonly dataset: string;
  readonly version: string;
  readonly title: string;
  readonly at: Date;
  /** Of a withdrawal its reason; of a correction the reason for which the former one was withdrawn */
  readonly reason: string | null;
  /** Of a correction: what it stands in the place of */
  readonly formerVersion: string | null;
  /** null of a withdrawal */
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly oneRow: string | null;
}
