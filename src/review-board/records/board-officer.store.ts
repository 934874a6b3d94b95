import type { EntityManager } from 'typeorm';

export const OFFICES = ['chair', 'vice_chair', 'secretary'] as const;
export type Office = (typeof OFFICES)[number];

export interface BoardOfficer {
  jurisdictionId: string;
  id: string;
  boardId: string;
  memberId: string;
  office: Office;
  /** First and last day, YYYY-MM-DD */
  from: string;
  to: string;
}

export async function insertOfficer(manager: EntityManager, officer: BoardOfficer): Promise<void> {
  const { jurisdictionId, id, boardId, memberId, office, from, to } = officer;
  await manager.query(
    `INSERT INTO redress.board_officer (jurisdiction_id, id, board_id, member_id, office, from_day, to_day)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, id, boardId, memberId, office, from, to],
  );
}

/** Whether somebody holds the office for a part of those days; the board's row is locked by whoever asks. */
export async function officeIsHeld(
  manager: EntityManager,
  { boardId, office, from, to }: Pick<BoardOfficer, 'boardId' | 'office' | 'from' | 'to'>,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM redress.board_officer WHERE board_id = $1 AND office = $2 AND from_day <= $4 AND to_day >= $3 LIMIT 1',
    [boardId, office, from, to],
  );
  return rows.length === 1;
}

/** Whether the member's term covers those days, and the seat is no alternate's. */
export async function sitsThrough(
  manager: EntityManager,
  { boardId, memberId, from, to }: Pick<BoardOfficer, 'boardId' | 'memberId' | 'from' | 'to'>,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.board_member WHERE board_id = $1 AND id = $2 AND term_from <= $3 AND term_to >= $4 AND NOT alternate`,
    [boardId, memberId, from, to],
  );
  return rows.length === 1;
}

/** Whoever leaves the board leaves the office; what was to begin later does not begin. */
export async function endOffices(manager: EntityManager, memberId: string, lastDay: string): Promise<void> {
  await manager.query(
    'UPDATE redress.board_officer SET to_day = greatest($2::date, from_day) WHERE member_id = $1 AND to_day > $2',
    [memberId, lastDay],
  );
}
