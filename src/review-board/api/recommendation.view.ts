import type { Answer } from '../records/chief-answer.store.js';
import type { RecommendationKind } from '../records/recommendation.store.js';

export class ChiefAnswerView {
  /** concur, concur_in_part or depart */
  answer!: Answer;
  reasons!: string | null;
  answeredAt!: Date;
  /** False once a later answer has superseded it */
  stands!: boolean;
}

/** Proof that it reached whoever is to answer. */
export class DeliveryView {
  id!: string;
  /** A code of the charter's `afterVote.deliveryWays` */
  way!: string;
  deliveredAt!: Date;
  /** YYYY-MM-DD, where the agency is */
  deliveredOn!: string;
  recipient!: string;
  /** Hex, of what was handed over: compare it with that of the recommendation's document */
  documentSha256!: string;
  proof!: string | null;
  recordedBy!: string;
  recordedAt!: Date;
  /** False once a later record has put it right */
  stands!: boolean;
}

export class DeliveredView {
  id!: string;
  /** YYYY-MM-DD: by the charter's clocks, from the day of the delivery */
  answerDueOn!: string;
}

export class TransmittalView {
  text!: string;
  /** Hex, of the text in UTF-8 */
  sha256!: string;
}

export class RecommendationView {
  id!: string;
  /** The carried motion that it rests on; null: one of the agency's own */
  motionId!: string | null;
  /** discipline, policy, training or supervision */
  kind!: RecommendationKind;
  allegationId!: string | null;
  disciplineKind!: string | null;
  disciplineDays!: number | null;
  text!: string;
  addressedTo!: string;
  sentAt!: Date;
  /** YYYY-MM-DD where the agency is: by the charter's clocks from the delivery; while none is proven, as if it had arrived when it was sent */
  answerDueOn!: string;
  answers!: ChiefAnswerView[];
  /** The first recorded first */
  deliveries!: DeliveryView[];
}

export class RecommendationSentView {
  id!: string;
  /** YYYY-MM-DD, if it is delivered today: the clock starts at the delivery */
  answerDueOn!: string;
}
