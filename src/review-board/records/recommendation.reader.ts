import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import type { Answer } from './chief-answer.store.js';
import type { RecommendationKind } from './recommendation.store.js';

export interface AnswerGiven {
  recommendationId: string;
  answer: Answer;
  reasons: string | null;
  answeredAt: Date;
  /** False once a later answer has superseded it */
  stands: boolean;
}

export interface RecommendationDetails {
  id: string;
  motionId: string | null;
  kind: RecommendationKind;
  allegationId: string | null;
  disciplineKind: string | null;
  disciplineDays: number | null;
  text: string;
  addressedTo: string;
  sentAt: Date;
  answerDueOn: string;
  answers: Omit<AnswerGiven, 'recommendationId'>[];
}

@Injectable()
export class RecommendationReader {
  constructor(private readonly database: CaseDatabase) {}

  /** The board's recommendations in a case in the order they were sent, each with all answers, the first given first. */
  async list(actor: Actor, complaintId: string): Promise<RecommendationDetails[]> {
    return this.database.read(actor, async (manager) => {
      const rows = await manager.query<Omit<RecommendationDetails, 'answers'>[]>(
        `SELECT id, motion_id AS "motionId", kind, allegation_id AS "allegationId", discipline_kind AS "disciplineKind",
                discipline_days AS "disciplineDays", text, addressed_to AS "addressedTo", sent_at AS "sentAt",
                answer_due_on::text AS "answerDueOn"
           FROM redress.recommendation WHERE complaint_id = $1 ORDER BY sent_at, id`,
        [complaintId],
      );
      const answers = await manager.query<AnswerGiven[]>(
        `SELECT a.recommendation_id AS "recommendationId", a.answer, a.reasons, a.answered_at AS "answeredAt",
                NOT EXISTS (SELECT FROM redress.chief_answer later WHERE later.supersedes = a.id) AS stands
           FROM redress.chief_answer a WHERE a.complaint_id = $1 ORDER BY a.answered_at, a.id`,
        [complaintId],
      );
      return rows.map((row) => ({ ...row, answers: answersTo(row.id, answers) }));
    });
  }
}

function answersTo(id: string, answers: readonly AnswerGiven[]): RecommendationDetails['answers'] {
  return answers
    .filter(({ recommendationId }) => recommendationId === id)
    .map(({ recommendationId: _, ...answer }) => answer);
}
