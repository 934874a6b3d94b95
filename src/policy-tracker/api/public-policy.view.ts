export class PublicPolicyView {
  id!: string;
  jurisdiction!: string;
  jurisdictionName!: string;
  number!: number;
  kind!: string;
  /** The office that is to answer */
  addressedTo!: string;
  title!: string;
  text!: string;
  url!: string | null;
  /** YYYY-MM-DD */
  issuedOn!: string;
  answerDueOn!: string;
  status!: string;
  /** The day to answer by has passed and no answer is on record */
  overdue!: boolean;
  publishedAt!: Date;
  changedAt!: Date;
}

export class PublicPolicyStepView {
  id!: string;
  /** answer, extension, evidence, verification or withdrawal */
  kind!: string;
  outcome!: string | null;
  /** Of an answer: by when it is to be done; of an extension: the new day to answer by */
  dueOn!: string | null;
  takenOn!: string;
  /** Null: not published, or withheld since */
  text!: string | null;
  url!: string | null;
}

export class PublicPolicyDetailsView extends PublicPolicyView {
  steps!: PublicPolicyStepView[];
}

export class PublicPoliciesView {
  items!: PublicPolicyView[];
}
