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
  /** By the charter's clock, YYYY-MM-DD in the jurisdiction's calendar */
  answerDueOn!: string;
  answers!: ChiefAnswerView[];
}

export class RecommendationSentView {
  id!: string;
  /** YYYY-MM-DD */
  answerDueOn!: string;
}
