import type { EntityManager } from 'typeorm';

export interface Term {
  boardId: string;
  staffId: string;
  /** First and last day, YYYY-MM-DD */
  termFrom: string;
  termTo: string;
}

/** False when the jurisdiction has a board of that name. */
export async function insertBoard(
  manager: EntityManager,
  board: { jurisdictionId: string; id: string; name: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'INSERT INTO redress.board (jurisdiction_id, id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
    [board.jurisdictionId, board.id, board.name],
  );
  return rows.length === 1;
}

/** Locks the board, so that of two people who change its seats at once the second sees what the first did. */
export async function lockBoard(manager: EntityManager, boardId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.board WHERE id = $1 FOR NO KEY UPDATE', [boardId]);
  return rows.length === 1;
}

export async function holdsBoardRole(manager: EntityManager, staffId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.staff WHERE id = $1 AND 'board_member' = ANY (roles) AND disabled_at IS NULL`,
    [staffId],
  );
  return rows.length === 1;
}

/** Two terms of one person at once would be two votes. */
export async function termOverlaps(manager: EntityManager, term: Term): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM redress.board_member WHERE board_id = $1 AND staff_id = $2 AND term_from <= $4 AND term_to >= $3 LIMIT 1',
    [term.boardId, term.staffId, term.termFrom, term.termTo],
  );
  return rows.length === 1;
}

export interface Membership extends Term {
  jurisdictionId: string;
  id: string;
  appointedBy: string;
  seatId: string | null;
  alternate: boolean;
}

export async function insertMember(manager: EntityManager, member: Membership): Promise<void> {
  const { jurisdictionId, id, boardId, staffId, appointedBy, termFrom, termTo, seatId, alternate } = member;
  await manager.query(
    `INSERT INTO redress.board_member
       (jurisdiction_id, id, board_id, staff_id, appointed_by, term_from, term_to, seat_id, alternate)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdictionId, id, boardId, staffId, appointedBy, termFrom, termTo, seatId, alternate],
  );
}

/** False when there is no such member, or the day is not of their term. */
export async function shortenTerm(
  manager: EntityManager,
  end: { boardId: string; memberId: string; lastDay: string; reason: string },
): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE redress.board_member SET term_to = $3, end_reason = $4
      WHERE board_id = $1 AND id = $2 AND $3::date BETWEEN term_from AND term_to`,
    [end.boardId, end.memberId, end.lastDay, end.reason],
  );
  return count === 1;
}
