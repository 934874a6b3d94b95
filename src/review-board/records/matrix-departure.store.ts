import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { OfficeWords } from '../../vault/index.js';

export interface MatrixDeparture {
  jurisdictionId: string;
  recommendationId: string;
  complaintId: string;
  reasons: string;
  priors: number;
  at: Date;
}

interface Row extends Omit<MatrixDeparture, 'reasons' | 'at'> {
  cipher: Buffer;
}

const placeOf = ({ jurisdictionId, complaintId, recommendationId }: Omit<Row, 'cipher' | 'priors'>) => ({
  ...{ jurisdictionId, complaintId },
  ...{ table: 'matrix_departure', column: 'reasons_cipher', rowId: recommendationId },
});

/** Why what is recommended is not what the charter's matrix has. */
export async function insertDeparture(
  manager: EntityManager,
  words: OfficeWords,
  departure: MatrixDeparture,
): Promise<void> {
  const { jurisdictionId, recommendationId, complaintId, reasons, priors, at } = departure;
  await manager.query(
    `INSERT INTO redress.matrix_departure (jurisdiction_id, recommendation_id, complaint_id, priors, reasons_cipher, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[jurisdictionId, recommendationId, complaintId, priors],
      ...[await words.seal(manager, placeOf(departure), reasons), at],
    ],
  );
}

/** @throws NotFound, when it does not depart from the matrix, and for who is recused from the case */
export async function findDeparture(
  manager: EntityManager,
  words: OfficeWords,
  of: { complaintId: string; recommendationId: string },
): Promise<{ reasons: string | null; priors: number; recordedAt: Date }> {
  const rows: (Row & { recordedAt: Date })[] = await manager.query(
    `SELECT jurisdiction_id AS "jurisdictionId", recommendation_id AS "recommendationId", complaint_id AS "complaintId", priors,
            reasons_cipher AS cipher, recorded_at AS "recordedAt"
       FROM redress.matrix_departure WHERE complaint_id = $1 AND recommendation_id = $2`,
    [of.complaintId, of.recommendationId],
  );
  const [row] = rows;
  if (!row) throw new NotFound();
  const { priors, recordedAt, cipher } = row;
  return { reasons: await words.open(manager, placeOf(row), cipher), priors, recordedAt };
}
