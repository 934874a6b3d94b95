import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';

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
  /** The earlier meeting whose minutes are approved under this item */
  approvesMinutesOf: string | null;
}

export async function insertAgendaItem(manager: EntityManager, item: AgendaItem): Promise<void> {
  await manager.query(
    `INSERT INTO redress.agenda_item (jurisdiction_id, id, meeting_id, position, title, closed, legal_basis,
        complaint_id, panel_id, approves_minutes_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
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
      item.approvesMinutesOf,
    ],
  );
}

/** What a motion on it needs to know; null when there is none, none that this person may see, or it was withdrawn. */
export async function findAgendaItem(
  manager: EntityManager,
  itemId: string,
): Promise<Pick<AgendaItem, 'meetingId' | 'complaintId' | 'panelId'> | null> {
  const rows: AgendaItem[] = await manager.query(
    'SELECT meeting_id AS "meetingId", complaint_id AS "complaintId", panel_id AS "panelId" FROM redress.agenda_item WHERE id = $1 AND withdrawn_at IS NULL',
    [itemId],
  );
  return rows[0] ?? null;
}

export interface StandingItem {
  id: string;
  position: number;
  title: string;
  closed: boolean;
  complaintId: string | null;
  withdrawnAt: Date | null;
}

/** @throws NotFound, for who is recused from its case too */
export async function findItemOf(manager: EntityManager, meetingId: string, itemId: string): Promise<StandingItem> {
  const rows: StandingItem[] = await manager.query(
    `SELECT id, position, title, closed, complaint_id AS "complaintId", withdrawn_at AS "withdrawnAt"
       FROM redress.agenda_item WHERE meeting_id = $1 AND id = $2`,
    [meetingId, itemId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export async function withdrawItem(manager: EntityManager, itemId: string, at: Date): Promise<void> {
  await manager.query('UPDATE redress.agenda_item SET withdrawn_at = $2 WHERE id = $1', [itemId, at]);
}

export async function retitleItem(manager: EntityManager, itemId: string, title: string): Promise<void> {
  await manager.query('UPDATE redress.agenda_item SET title = $2 WHERE id = $1', [itemId, title]);
}
