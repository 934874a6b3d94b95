export class ReferredView {
  referralId!: string;
}

export class ReferralAnsweredView {
  answerId!: string;
}

export class ReferralAnswerView {
  answerId!: string;
  kind!: 'acknowledged' | 'replied';
  /** YYYY-MM-DD */
  on!: string;
  by!: string | null;
  text!: string | null;
  recordedBy!: string;
}

export class ReferralView {
  referralId!: string;
  /** A code of the charter */
  body!: string | null;
  bodyName!: string;
  sent!: string[];
  /** YYYY-MM-DD */
  sentOn!: string;
  recordedBy!: string;
  answers!: ReferralAnswerView[];
}

export class ReferralsView {
  items!: ReferralView[];
}
