import type { EntityManager } from 'typeorm';

export const DRAW_METHODS = ['fixed', 'rotation', 'random'] as const;
/** `fixed`: named one by one; `rotation`: whose turn it is; `random`: by a seed that is on record */
export type DrawMethod = (typeof DRAW_METHODS)[number];

export interface PanelDraw {
  panelId: string;
  method: DrawMethod;
  /** 32 hex digits, of a random draw */
  seed: string | null;
  /** Member ids */
  pool: string[];
  /** Seated, and left out: recused, in conflict, or with a part in the case already */
  excluded: string[];
  drawn: string[];
  drawnAt: Date;
}

export async function insertDraw(
  manager: EntityManager,
  draw: PanelDraw & { jurisdictionId: string; complaintId: string },
): Promise<void> {
  const { jurisdictionId, panelId, complaintId, method, seed, pool, excluded, drawn, drawnAt } = draw;
  await manager.query(
    `INSERT INTO redress.panel_draw (jurisdiction_id, panel_id, complaint_id, method, seed, pool, excluded, drawn, drawn_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [jurisdictionId, panelId, complaintId, method, seed, pool, excluded, drawn, drawnAt],
  );
}

export async function findDraw(
  manager: EntityManager,
  complaintId: string,
  panelId: string,
): Promise<PanelDraw | null> {
  const rows: PanelDraw[] = await manager.query(
    `SELECT panel_id AS "panelId", method, seed, pool, excluded, drawn, drawn_at AS "drawnAt"
       FROM redress.panel_draw WHERE complaint_id = $1 AND panel_id = $2`,
    [complaintId, panelId],
  );
  return rows[0] ?? null;
}

/**
 * Staff who should not decide the case: whoever declared a conflict that was not cleared, and whoever was assigned to it.
 * Recusal itself is the wall's.
 */
export async function inConflict(manager: EntityManager, complaintId: string): Promise<Set<string>> {
  const rows: { staffId: string }[] = await manager.query(
    `SELECT d.staff_id AS "staffId" FROM redress.conflict_declaration d
      WHERE d.complaint_id = $1 AND d.relation IS NOT NULL AND NOT EXISTS (SELECT FROM redress.conflict_decision x
        WHERE x.jurisdiction_id = d.jurisdiction_id AND x.declaration_id = d.id AND x.decision = 'clear')
     UNION SELECT staff_id FROM redress.assignment WHERE complaint_id = $1`,
    [complaintId],
  );
  return new Set(rows.map(({ staffId }) => staffId));
}
