import type { EntityManager } from 'typeorm';

export interface Arrival {
  jurisdictionId: string;
  id: string;
  boardId: string;
  meetingId: string;
  memberId: string;
  /** By telephone or video */
  remote: boolean;
  at: Date;
}

export async function insertArrival(manager: EntityManager, arrival: Arrival): Promise<void> {
  await manager.query(
    `INSERT INTO redress.attendance (jurisdiction_id, id, board_id, meeting_id, member_id, arrived_at, remote)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      arrival.jurisdictionId,
      arrival.id,
      arrival.boardId,
      arrival.meetingId,
      arrival.memberId,
      arrival.at,
      arrival.remote,
    ],
  );
}

/** False when the member was not there. Nobody left before they came: of two servers one's clock may be behind. */
export async function endAttendance(
  manager: EntityManager,
  departure: { meetingId: string; memberId: string; at: Date },
): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.attendance SET left_at = greatest($3, arrived_at) WHERE meeting_id = $1 AND member_id = $2 AND left_at IS NULL',
    [departure.meetingId, departure.memberId, departure.at],
  );
  return count === 1;
}

export async function endAllAttendance(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
  await manager.query(
    'UPDATE redress.attendance SET left_at = greatest($2, arrived_at) WHERE meeting_id = $1 AND left_at IS NULL',
    [meetingId, at],
  );
}
