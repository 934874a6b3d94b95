/** One decision in a chain. */
export class ChainedDecisionView {
  id!: string;
  /** board_finding, board_recommendation, chief_answer, chief_finding, escalation, officer_appeal or reconsideration */
  kind!: string;
  /** A finding of the charter, a kind of recommendation, the chief's answer, or what came of a step, an appeal or a request */
  outcome!: string;
  /** The step, the route of appeal or the asker that it came of */
  cameOf!: string | null;
  /** What it recommends or imposes */
  disciplineKind!: string | null;
  disciplineDays!: number | null;
  reasons!: string | null;
  /** The vote that it rests on */
  motionId!: string | null;
  /** The finding, recommendation, answer, escalation, appeal or request in which it was recorded */
  sourceId!: string;
  decidedAt!: Date;
  supersedes!: string | null;
  /** One of each matter stands */
  current!: boolean;
}

/** An allegation with its findings and discipline, or a recommendation of another kind. */
export class MatterView {
  matterId!: string;
  /** null: it is a recommendation */
  allegationId!: string | null;
  /** From the first to the one that stands */
  decisions!: ChainedDecisionView[];
}

export class EscalationView {
  id!: string;
  recommendationId!: string;
  /** A code of the charter */
  step!: string;
  /** YYYY-MM-DD, as are the other days */
  begunOn!: string;
  dueOn!: string;
  /** agreed, not_agreed or decided; null: it is under way */
  outcome!: string | null;
  endedOn!: string | null;
}

export class OfficerAppealView {
  id!: string;
  allegationId!: string;
  /** A code of the charter */
  route!: string;
  filedOn!: string;
  /** The last day by the charter; null: it sets none */
  until!: string | null;
  /** A code of the charter; null: it is pending */
  outcome!: string | null;
  /** uphold, reduce or reverse */
  effect!: string | null;
  decidedOn!: string | null;
}

export class ReconsiderationView {
  id!: string;
  /** complainant, chief or board */
  askedBy!: string;
  /** A code of the charter */
  ground!: string | null;
  grounds!: string;
  /** null: by the person themselves */
  takenBy!: string | null;
  /** The hour alone when the person asked themselves */
  askedAt!: Date;
  heardAt!: Date | null;
  /** refused, stands or changed; null: it is not decided */
  outcome!: string | null;
  motionId!: string | null;
  decidedAt!: Date | null;
}

/** What became of a case after the vote. */
export class AfterVoteView {
  matters!: MatterView[];
  escalations!: EscalationView[];
  officerAppeals!: OfficerAppealView[];
  reconsiderations!: ReconsiderationView[];
}

export class AskedView {
  id!: string;
}

export class EscalationBegunView {
  id!: string;
  /** YYYY-MM-DD */
  dueOn!: string;
}

export class OfficerAppealFiledView {
  id!: string;
  /** YYYY-MM-DD: the last day by the charter; null: it sets none */
  until!: string | null;
}
