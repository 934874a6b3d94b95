import type { EntityManager } from 'typeorm';

export interface BoardSeat {
  jurisdictionId: string;
  id: string;
  boardId: string;
  label: string;
  appointingAuthority: string;
  alternate: boolean;
  /** YYYY-MM-DD */
  establishedOn: string;
}

/** False when the board has a seat of that label. */
export async function insertSeat(manager: EntityManager, seat: BoardSeat): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.board_seat (jurisdiction_id, id, board_id, label, appointing_authority, alternate, established_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (jurisdiction_id, board_id, label) DO NOTHING RETURNING id`,
    [
      seat.jurisdictionId,
      seat.id,
      seat.boardId,
      seat.label,
      seat.appointingAuthority,
      seat.alternate,
      seat.establishedOn,
    ],
  );
  return rows.length === 1;
}

export type FoundSeat = Pick<BoardSeat, 'appointingAuthority' | 'alternate' | 'establishedOn'>;

export async function findSeat(manager: EntityManager, boardId: string, seatId: string): Promise<FoundSeat | null> {
  const rows: FoundSeat[] = await manager.query(
    `SELECT appointing_authority AS "appointingAuthority", alternate, established_on::text AS "establishedOn"
       FROM redress.board_seat WHERE board_id = $1 AND id = $2`,
    [boardId, seatId],
  );
  return rows[0] ?? null;
}

export async function seatIsTaken(
  manager: EntityManager,
  seatId: string,
  term: { termFrom: string; termTo: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM redress.board_member WHERE seat_id = $1 AND term_from <= $3 AND term_to >= $2 LIMIT 1',
    [seatId, term.termFrom, term.termTo],
  );
  return rows.length === 1;
}
