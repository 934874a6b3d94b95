import type { EntityManager } from 'typeorm';

export const RECOMMENDATION_KINDS = ['discipline', 'policy', 'training', 'supervision'] as const;
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number];

export interface Recommendation {
  id: string;
  /** Null: one of the agency's own, which rests on no vote */
  motionId: string | null;
  kind: RecommendationKind;
  allegationId: string | null;
  disciplineKind: string | null;
  disciplineDays: number | null;
}

export interface SentRecommendation extends Recommendation {
  sentAt: Date;
}

export interface NewRecommendation extends Recommendation {
  jurisdictionId: string;
  complaintId: string;
  text: string;
  addressedTo: string;
  sentAt: Date;
  answerDays: number;
}

/** Returns the day by which it is to be answered, counted in the jurisdiction's calendar: YYYY-MM-DD. */
export async function insertRecommendation(manager: EntityManager, row: NewRecommendation): Promise<string> {
  const rows: { answerDueOn: string }[] = await manager.query(
    `INSERT INTO redress.recommendation (jurisdiction_id, id, complaint_id, allegation_id, motion_id, kind, discipline_kind,
        discipline_days, text, addressed_to, sent_at, answer_due_on)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ($11::timestamptz AT TIME ZONE j.time_zone)::date + $12::integer
       FROM redress.jurisdiction j WHERE j.id = $1
     RETURNING answer_due_on::text AS "answerDueOn"`,
    [
      row.jurisdictionId,
      row.id,
      row.complaintId,
      row.allegationId,
      row.motionId,
      row.kind,
      row.disciplineKind,
      row.disciplineDays,
      row.text,
      row.addressedTo,
      row.sentAt,
      row.answerDays,
    ],
  );
  return rows[0]?.answerDueOn ?? '';
}

export async function findRecommendation(
  manager: EntityManager,
  recommendation: { id: string; complaintId: string },
): Promise<SentRecommendation | null> {
  const rows: SentRecommendation[] = await manager.query(
    `SELECT id, motion_id AS "motionId", kind, allegation_id AS "allegationId", discipline_kind AS "disciplineKind", discipline_days AS "disciplineDays",
            sent_at AS "sentAt"
       FROM redress.recommendation WHERE id = $1 AND complaint_id = $2`,
    [recommendation.id, recommendation.complaintId],
  );
  return rows[0] ?? null;
}
