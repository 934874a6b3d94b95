import type { EntityManager } from 'typeorm';
import type { Choice } from '../rules/seat.js';

export interface Vote {
  jurisdictionId: string;
  id: string;
  motionId: string;
  memberId: string;
  complaintId: string | null;
  choice: Choice;
  reasonCipher: Buffer | null;
  at: Date;
}

/** False when the member has voted on this motion. Of many at once the unique key lets one in. */
export async function insertVote(manager: EntityManager, vote: Vote): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.vote (jurisdiction_id, id, motion_id, member_id, complaint_id, choice, reason_cipher, cast_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (jurisdiction_id, motion_id, member_id) DO NOTHING RETURNING id`,
    [
      vote.jurisdictionId,
      vote.id,
      vote.motionId,
      vote.memberId,
      vote.complaintId,
      vote.choice,
      vote.reasonCipher,
      vote.at,
    ],
  );
  return rows.length === 1;
}
