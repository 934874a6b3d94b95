import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseVault } from '../../complaint/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { answerDue } from './answer-due.js';
import type { Answer } from './chief-answer.store.js';
import { deliveriesOf, type DeliveryDetails, deliveryPlace, type DeliveryRow } from './delivery.store.js';
import type { RecommendationKind } from './recommendation.store.js';

export interface AnswerGiven {
  recommendationId: string;
  answer: Answer;
  reasons: string | null;
  answeredAt: Date;
  /** False once a later answer has superseded it */
  stands: boolean;
}

type OpenedDelivery = Omit<DeliveryRow, 'detailsCipher'> & DeliveryDetails;

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
  deliveries: Omit<OpenedDelivery, 'recommendationId'>[];
}

type Row = Omit<RecommendationDetails, 'answers' | 'deliveries'> & { charterId: string };

const RECOMMENDATIONS = `
  SELECT r.id, r.motion_id AS "motionId", r.kind, r.allegation_id AS "allegationId", r.discipline_kind AS "disciplineKind",
         r.discipline_days AS "disciplineDays", r.text, r.addressed_to AS "addressedTo", r.sent_at AS "sentAt",
         r.answer_due_on::text AS "answerDueOn", c.charter_id AS "charterId"
    FROM redress.recommendation r JOIN redress.complaint c ON c.jurisdiction_id = r.jurisdiction_id AND c.id = r.complaint_id
   WHERE r.complaint_id = $1 ORDER BY r.sent_at, r.id`;

@Injectable()
export class RecommendationReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** The board's recommendations in a case in the order they were sent, each with all answers, the first given first. */
  async list(actor: Actor, complaintId: string): Promise<RecommendationDetails[]> {
    const { jurisdictionId } = actor;
    return this.database.read(actor, async (manager) => {
      const rows: Row[] = await manager.query(RECOMMENDATIONS, [complaintId]);
      const answers = await manager.query<AnswerGiven[]>(
        `SELECT a.recommendation_id AS "recommendationId", a.answer, a.reasons, a.answered_at AS "answeredAt",
                NOT EXISTS (SELECT FROM redress.chief_answer later WHERE later.supersedes = a.id) AS stands
           FROM redress.chief_answer a WHERE a.complaint_id = $1 ORDER BY a.answered_at, a.id`,
        [complaintId],
      );
      const deliveries = await this.deliveries(manager, jurisdictionId, complaintId);
      const listed: RecommendationDetails[] = [];
      for (const { charterId, ...row } of rows) {
        const own = { answers: of(row.id, answers), deliveries: of(row.id, deliveries) };
        const deliveredOn = own.deliveries.find(({ stands }) => stands)?.deliveredOn;
        const days = { deliveredOn: deliveredOn ?? '', now: this.clock.now() };
        const due = deliveredOn && (await answerDue(manager, { jurisdictionId, complaintId, charterId }, days));
        listed.push({ ...row, ...own, answerDueOn: due ?? row.answerDueOn });
      }
      return listed;
    });
  }

  private async deliveries(
    manager: EntityManager,
    jurisdictionId: string,
    complaintId: string,
  ): Promise<OpenedDelivery[]> {
    const rows = await deliveriesOf(manager, complaintId);
    if (rows.length === 0) return [];
    const key = await this.vault.open(manager, jurisdictionId, complaintId);
    return rows.map(({ detailsCipher, ...row }) => {
      const details = JSON.parse(key.open(deliveryPlace(row.id), detailsCipher)) as DeliveryDetails;
      return { ...row, ...details };
    });
  }
}

function of<T extends { recommendationId: string }>(id: string, all: readonly T[]): Omit<T, 'recommendationId'>[] {
  return all.filter((one) => one.recommendationId === id).map(({ recommendationId: _, ...one }) => one);
}
