import type { EntityManager } from 'typeorm';

export interface NewReferral {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  body: string | null;
  bodyName: string;
  sentCipher: Buffer;
  sentOn: string;
  recordedBy: string;
  at: Date;
}

export async function insertReferral(manager: EntityManager, referral: NewReferral): Promise<void> {
  await manager.query(
    `INSERT INTO redress.referral (jurisdiction_id, id, complaint_id, body, body_name, sent_cipher, sent_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[referral.jurisdictionId, referral.id, referral.complaintId, referral.body, referral.bodyName],
      ...[referral.sentCipher, referral.sentOn, referral.recordedBy, referral.at],
    ],
  );
}

export interface NewReferralAnswer {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  referralId: string;
  kind: 'acknowledged' | 'replied';
  on: string;
  textCipher: Buffer;
  recordedBy: string;
  at: Date;
}

export async function insertReferralAnswer(manager: EntityManager, answer: NewReferralAnswer): Promise<void> {
  await manager.query(
    `INSERT INTO redress.referral_answer (jurisdiction_id, id, complaint_id, referral_id, kind, on_day, text_cipher, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[answer.jurisdictionId, answer.id, answer.complaintId, answer.referralId, answer.kind],
      ...[answer.on, answer.textCipher, answer.recordedBy, answer.at],
    ],
  );
}

export interface SealedReferral {
  referralId: string;
  body: string | null;
  bodyName: string;
  sent: Buffer;
  sentOn: string;
  recordedBy: string;
  answers: { id: string; kind: 'acknowledged' | 'replied'; on: string; recordedBy: string; text: string }[];
}

/** Every referral of the case with what came back; sealed texts as hexadecimal where they are in JSON. */
export async function referralsOf(manager: EntityManager, complaintId: string): Promise<SealedReferral[]> {
  return manager.query(
    `SELECT r.id AS "referralId", r.body, r.body_name AS "bodyName", r.sent_cipher AS sent, r.sent_on::text AS "sentOn",
            r.recorded_by AS "recordedBy",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'on', a.on_day,
                'recordedBy', a.recorded_by, 'text', encode(a.text_cipher, 'hex')) ORDER BY a.recorded_at, a.id), '[]')
               FROM redress.referral_answer a WHERE a.referral_id = r.id) AS answers
       FROM redress.referral r WHERE r.complaint_id = $1 ORDER BY r.recorded_at, r.id`,
    [complaintId],
  );
}
