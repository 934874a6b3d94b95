import type { EntityManager } from 'typeorm';

export interface Panel {
  jurisdictionId: string;
  id: string;
  boardId: string;
  complaintId: string;
  memberIds: readonly string[];
  at: Date;
}

export async function insertPanel(manager: EntityManager, panel: Panel): Promise<void> {
  await manager.query(
    'INSERT INTO redress.panel (jurisdiction_id, id, board_id, complaint_id, appointed_at) VALUES ($1, $2, $3, $4, $5)',
    [panel.jurisdictionId, panel.id, panel.boardId, panel.complaintId, panel.at],
  );
  await manager.query(
    `INSERT INTO redress.panel_member (jurisdiction_id, panel_id, member_id, complaint_id)
     SELECT $1, $2, member_id, $3 FROM unnest($4::uuid[]) AS member_id`,
    [panel.jurisdictionId, panel.id, panel.complaintId, panel.memberIds],
  );
}

/** Whether this panel was appointed for that case, from that board. */
export async function panelIsOf(
  manager: EntityManager,
  panel: { panelId: string; complaintId: string; boardId: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM redress.panel WHERE id = $1 AND complaint_id = $2 AND board_id = $3',
    [panel.panelId, panel.complaintId, panel.boardId],
  );
  return rows.length === 1;
}

/** When each member of the board was last appointed to a panel. */
export async function readLastService(manager: EntityManager, boardId: string): Promise<Map<string, Date>> {
  const rows: { memberId: string; lastServedAt: Date }[] = await manager.query(
    `SELECT m.member_id AS "memberId", max(p.appointed_at) AS "lastServedAt"
       FROM redress.panel p JOIN redress.panel_member m ON m.jurisdiction_id = p.jurisdiction_id AND m.panel_id = p.id
      WHERE p.board_id = $1 GROUP BY m.member_id`,
    [boardId],
  );
  return new Map(rows.map((row) => [row.memberId, row.lastServedAt]));
}
