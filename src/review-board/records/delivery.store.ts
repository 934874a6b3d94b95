import type { EntityManager } from 'typeorm';

export interface NewDelivery {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  recommendationId: string;
  /** A code of the charter */
  way: string;
  deliveredAt: Date;
  detailsCipher: Buffer;
  recordedBy: string;
  recordedAt: Date;
}

/** What is sealed of a delivery. */
export interface DeliveryDetails {
  recipient: string;
  /** Hex, of the bytes that were handed over */
  documentSha256: string;
  proof: string | null;
}

export const deliveryPlace = (rowId: string) => ({
  ...{ table: 'recommendation_delivery', column: 'details_cipher', rowId },
});

/** One delivery stands: a later record puts the former right, and both are kept. Returns its day, where the agency is. */
export async function insertDelivery(manager: EntityManager, delivery: NewDelivery): Promise<string> {
  const rows: { on: string }[] = await manager.query(
    `INSERT INTO redress.recommendation_delivery (jurisdiction_id, id, complaint_id, recommendation_id, way, delivered_at,
        details_cipher, recorded_by, recorded_at, supersedes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       (SELECT d.id FROM redress.recommendation_delivery d WHERE d.recommendation_id = $4
          AND NOT EXISTS (SELECT FROM redress.recommendation_delivery later WHERE later.supersedes = d.id)))
     RETURNING (SELECT (delivered_at AT TIME ZONE j.time_zone)::date::text FROM redress.jurisdiction j WHERE j.id = $1) AS on`,
    [
      ...[delivery.jurisdictionId, delivery.id, delivery.complaintId, delivery.recommendationId, delivery.way],
      ...[delivery.deliveredAt, delivery.detailsCipher, delivery.recordedBy, delivery.recordedAt],
    ],
  );
  return rows[0]?.on ?? '';
}

export interface DeliveryRow extends Omit<NewDelivery, 'jurisdictionId' | 'complaintId'> {
  /** ISO date, where the agency is */
  deliveredOn: string;
  stands: boolean;
}

/** All deliveries in a case, the first recorded first. */
export async function deliveriesOf(manager: EntityManager, complaintId: string): Promise<DeliveryRow[]> {
  return manager.query(
    `SELECT d.id, d.recommendation_id AS "recommendationId", d.way, d.delivered_at AS "deliveredAt",
            (d.delivered_at AT TIME ZONE j.time_zone)::date::text AS "deliveredOn", d.details_cipher AS "detailsCipher",
            d.recorded_by AS "recordedBy", d.recorded_at AS "recordedAt",
            NOT EXISTS (SELECT FROM redress.recommendation_delivery later WHERE later.supersedes = d.id) AS stands
       FROM redress.recommendation_delivery d JOIN redress.jurisdiction j ON j.id = d.jurisdiction_id
      WHERE d.complaint_id = $1 ORDER BY d.recorded_at, d.id`,
    [complaintId],
  );
}
