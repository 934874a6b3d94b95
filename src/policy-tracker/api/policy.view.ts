export class PolicyIssuedView {
  id!: string;
  number!: number;
  /** YYYY-MM-DD */
  answerDueOn!: string;
}

export class PolicyMadeView {
  /** Of the step, or of the text */
  id!: string;
}

export class PolicySummaryView {
  id!: string;
  number!: number;
  /** A code of the charter */
  kind!: string;
  addressedTo!: string;
  title!: string;
  issuedOn!: string;
  answerDueOn!: string;
  status!: string;
  /** Whether the public has been told of it */
  public!: boolean;
}

export class PolicyBasisView {
  complaintId!: string;
  recommendationId!: string | null;
}

export class PolicyStepView {
  id!: string;
  /** answer, extension, evidence, verification or withdrawal */
  kind!: string;
  outcome!: string | null;
  dueOn!: string | null;
  takenOn!: string;
  motionId!: string | null;
  /** Of evidence that lies in a case */
  complaintId!: string | null;
  evidenceId!: string | null;
  recordedBy!: string;
  text!: string | null;
  url!: string | null;
}

export class PolicyPublicTextView {
  id!: string;
  /** Null: of the recommendation itself */
  stepId!: string | null;
  title!: string | null;
  text!: string | null;
  url!: string | null;
  writtenBy!: string;
  /** Null: nobody has published it */
  publishedAt!: Date | null;
}

export class PolicyView extends PolicySummaryView {
  text!: string;
  motionId!: string | null;
  /** Those of its cases that you may see */
  basis!: PolicyBasisView[];
  /** In the order in which they were recorded; of a case that you may not see there is none */
  steps!: PolicyStepView[];
  publicTexts!: PolicyPublicTextView[];
}

export class PoliciesView {
  items!: PolicySummaryView[];
}
