import type { CaseEnd } from '../../charter/index.js';
import type { ExpungementAuthority } from '../records/expungement.store.js';
import type { SealingOrder } from '../records/sealing.store.js';

export class ReopeningOnFileView {
  reopenedBy!: string;
  reopenedAt!: string;
}

/** Each time that the case ended; null where the charter has no word that fits. */
export class ClosingOnFileView {
  /** Only a case that was closed has a reason */
  endedAs!: CaseEnd | 'closed';
  /** A code of the charter, as are `disposition` and `retentionClass` */
  reason!: string | null;
  disposition!: string | null;
  retentionClass!: string | null;
  /** By what right it is kept so long */
  authority!: string | null;
  /** YYYY-MM-DD; null: for good */
  disposeAfter!: string | null;
  /** Null: who complained took it back */
  closedBy!: string | null;
  closedAt!: string;
  reopened!: ReopeningOnFileView | null;
}

export class HoldOnFileView {
  holdId!: string;
  placedBy!: string;
  placedAt!: string;
  releasedBy!: string | null;
  releasedAt!: string | null;
}

export class SealingOnFileView {
  sealingId!: string;
  orderedBy!: SealingOrder;
  sealedBy!: string;
  sealedAt!: string;
  liftedBy!: string | null;
  liftedAt!: string | null;
}

export class ExpungementOnFileView {
  expungementId!: string;
  authority!: ExpungementAuthority;
  askedBy!: string;
  askedAt!: string;
  decision!: 'approved' | 'refused' | null;
  decidedBy!: string | null;
  decidedAt!: string | null;
}
