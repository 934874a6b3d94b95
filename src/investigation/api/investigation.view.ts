export class PlanWrittenView {
  planId!: string;
  version!: number;
}

export class NoteWrittenView {
  noteId!: string;
}

export class ReviewedView {
  reviewId!: string;
}

export class PlanView {
  planId!: string;
  version!: number;
  text!: string;
  writtenBy!: string;
  writtenAt!: Date;
  approvedBy!: string | null;
}

export class NoteView {
  noteId!: string;
  /** ISO date */
  on!: string;
  text!: string;
  writtenBy!: string;
  writtenAt!: Date;
  supersedes!: string | null;
  /** No later note corrects it */
  standing!: boolean;
}

export class ReviewPointView {
  pointId!: string;
  text!: string;
  answer!: string | null;
  answeredBy!: string | null;
}

export class ReviewView {
  reviewId!: string;
  round!: number;
  decision!: 'approve' | 'return';
  reviewedBy!: string;
  reviewedAt!: Date;
  /** False: findings were drafted since, and an approval of the round says nothing of them */
  ofLastDraft!: boolean;
  points!: ReviewPointView[];
}

export class InvestigationView {
  /** Newest first: the first counts, once it is approved */
  plans!: PlanView[];
  diary!: NoteView[];
  reviews!: ReviewView[];
}
