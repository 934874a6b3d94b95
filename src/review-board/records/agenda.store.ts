import type { EntityManager } from 'typeorm';

export interface AgendaItem {
  jurisdictionId: string;
  id: string;
  meetingId: string;
  position: number;
  title: string;
  closed: boolean;
  legalBasis: string | null;
  complaintId: string | null;
  panelId: string | null;
}

export async function insertAgendaItem(manager: EntityManager, item: AgendaItem): Promise<void> {
  await manager.query(
    `INSERT INTO redress.agenda_item (jurisdiction_id, id, meeting_id, position, title, closed, legal_basis, complaint_id, panel_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      item.jurisdictionId,
      item.id,
      item.meetingId,
      item.position,
      item.title,
      item.closed,
      item.legalBasis,
      item.complaintId,
      item.panelId,
    ],
  );
}

/** What a motion on it needs to know; null when there is none, or none that this person may see. */
export async function findAgendaItem(
  manager: EntityManager,
  itemId: string,
): Promise<Pick<AgendaItem, 'meetingId' | 'complaintId' | 'panelId'> | null> {
  const rows: AgendaItem[] = await manager.query(
    'SELECT meeting_id AS "meetingId", complaint_id AS "complaintId", panel_id AS "panelId" FROM redress.agenda_item WHERE id = $1',
    [itemId],
  );
  return rows[0] ?? null;
}
