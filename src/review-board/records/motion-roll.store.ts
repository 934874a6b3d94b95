import type { EntityManager } from 'typeorm';
import type { Position } from '../rules/roll.js';
import type { Motion } from './motion.store.js';

export interface RollCall {
  memberId: string;
  name: string;
  position: Position;
}

/** How each member stood when the vote was closed: written once, with the result. */
export async function insertRoll(
  manager: EntityManager,
  { jurisdictionId, id, complaintId }: Pick<Motion, 'jurisdictionId' | 'id' | 'complaintId'>,
  roll: readonly Omit<RollCall, 'name'>[],
): Promise<void> {
  const [members, positions] = [roll.map(({ memberId }) => memberId), roll.map(({ position }) => position)];
  await manager.query(
    `INSERT INTO redress.motion_roll (jurisdiction_id, motion_id, member_id, complaint_id, position)
     SELECT $1, $2, one.member_id, $3, one.position FROM unnest($4::uuid[], $5::text[]) AS one (member_id, position)`,
    [jurisdictionId, id, complaintId, members, positions],
  );
}

export async function readRoll(manager: EntityManager, motionId: string): Promise<RollCall[]> {
  return manager.query<RollCall[]>(
    `SELECT r.member_id AS "memberId", s.display_name AS name, r.position FROM redress.motion_roll r
       JOIN redress.board_member b ON b.jurisdiction_id = r.jurisdiction_id AND b.id = r.member_id
       JOIN redress.staff s ON s.jurisdiction_id = b.jurisdiction_id AND s.id = b.staff_id
      WHERE r.motion_id = $1 ORDER BY s.display_name, r.member_id`,
    [motionId],
  );
}

/** As whom this person stands in the roll, in whichever term they sat, and by their casting vote if they gave it; null: not at all. */
export async function findInRoll(
  manager: EntityManager,
  motionId: string,
  person: { staffId: string } | { memberId: string },
): Promise<Omit<RollCall, 'name'> | null> {
  const rows: Omit<RollCall, 'name'>[] = await manager.query(
    `SELECT r.member_id AS "memberId", CASE WHEN o.casting_by = r.member_id THEN o.casting_vote ELSE r.position END AS position
       FROM redress.motion_roll r JOIN redress.motion o ON o.jurisdiction_id = r.jurisdiction_id AND o.id = r.motion_id
       JOIN redress.board_member b ON b.jurisdiction_id = r.jurisdiction_id AND b.id = r.member_id
      WHERE r.motion_id = $1
        AND b.staff_id = coalesce($2::uuid, (SELECT m.staff_id FROM redress.board_member m WHERE m.id = $3))`,
    [motionId, 'staffId' in person ? person.staffId : null, 'memberId' in person ? person.memberId : null],
  );
  return rows[0] ?? null;
}
