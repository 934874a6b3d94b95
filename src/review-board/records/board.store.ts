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

export async function insertMember(
  manager: EntityManager,
  member: Term & { jurisdictionId: string; id: string; appointedBy: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.board_member (jurisdiction_id, id, board_id, staff_id, appointed_by, term_from, term_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      member.jurisdictionId,
      member.id,
      member.boardId,
      member.staffId,
      member.appointedBy,
      member.termFrom,
      member.termTo,
    ],
  );
}
