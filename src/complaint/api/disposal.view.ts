export class BatchDrawnView {
  batchId!: string;
  cases!: number;
}

export class BatchReviewedView {
  state!: 'reviewed_once' | 'disposed' | 'rejected';
  disposed!: number;
  /** Held or reopened since the batch was drawn: they stay */
  kept!: number;
}

export class DisposalBatchView {
  batchId!: string;
  /** YYYY-MM-DD */
  dueBy!: string;
  drawnBy!: string;
  drawnAt!: Date;
  firstReviewer!: string | null;
  secondReviewer!: string | null;
  rejectedBy!: string | null;
  cases!: number;
}

export class DisposalBatchPageView {
  items!: DisposalBatchView[];
  next!: string | null;
}

export class DisposalItemView {
  complaintId!: string;
  caseNumber!: string;
  /** A code of the charter that the case was opened under, and by what right it is kept so long */
  retentionClass!: string;
  authority!: string;
  /** YYYY-MM-DD: the last day that it was to be kept */
  dueOn!: string;
  outcome!: 'disposed' | 'held' | 'not_due' | null;
}

export class DisposalBatchWithCasesView extends DisposalBatchView {
  items!: DisposalItemView[];
}
