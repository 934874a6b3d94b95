export class OverdueAnswerView {
  caseNumber!: string;
  /** discipline, policy, training or supervision */
  kind!: string;
  /** YYYY-MM-DD: when it was delivered, and until when the answer was due */
  deliveredOn!: string;
  dueOn!: string;
  daysOverdue!: number;
}

/** The chief's answers that are overdue. */
export class OverdueAnswersView {
  /** The place's name in addresses */
  jurisdiction!: string;
  jurisdictionName!: string;
  /** YYYY-MM-DD */
  asOf!: string;
  /** Whether the place's charter has numbers of cases told */
  byNumber!: boolean;
  /** null: so few that who knows of one would learn of it; `fewerThan` says than what */
  count!: number | null;
  fewerThan!: number | null;
  /** Of each, the longest first; null where they are too few to be told */
  daysOverdue!: number[] | null;
  /** Case by case, where numbers are told */
  answers!: OverdueAnswerView[];
}
