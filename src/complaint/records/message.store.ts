import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';
import type { DialogueState } from '../rules/dialogue.js';

const place = (rowId: string) => ({ table: 'message', column: 'text_cipher', rowId });

/** To be asked while the case is held: the next message's number depends on it. */
export async function dialogueState(manager: EntityManager, complaintId: string): Promise<DialogueState> {
  const rows: DialogueState[] = await manager.query(
    `SELECT coalesce(max(m.number), 0) AS last, count(*) FILTER (WHERE m.number > coalesce(
              (SELECT max(a.number) FROM redress.message a WHERE a.complaint_id = $1 AND a.staff_id IS NOT NULL), 0))::int AS unanswered
       FROM redress.message m WHERE m.complaint_id = $1`,
    [complaintId],
  );
  return rows[0] ?? { last: 0, unanswered: 0 };
}

export interface NewMessage {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  number: number;
  /** Null: who complains wrote it */
  staffId: string | null;
  text: string;
  sentAt: Date;
}

export async function insertMessage(manager: EntityManager, key: CaseKey, message: NewMessage): Promise<void> {
  const { jurisdictionId, id, complaintId, number, staffId, text, sentAt } = message;
  await manager.query(
    `INSERT INTO redress.message (jurisdiction_id, id, complaint_id, number, staff_id, text_cipher, sent_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, id, complaintId, number, staffId, key.seal(place(id), text), sentAt],
  );
}

export interface ReadMessage {
  number: number;
  staffId: string | null;
  staffName: string | null;
  text: string;
  /** The hour alone when who complains is anonymous */
  sentAt: Date;
  /** YYYY-MM-DD where the agency is */
  sentOn: string;
}

export interface MessagesAsked {
  after: number;
  limit: number;
}

/** In the order in which they were written, from the one after `after` on, with one more than asked when there are more. */
export async function messagesOf(
  manager: EntityManager,
  key: CaseKey,
  complaintId: string,
  { after, limit }: MessagesAsked,
): Promise<ReadMessage[]> {
  const rows: (Omit<ReadMessage, 'text'> & { id: string; cipher: Buffer })[] = await manager.query(
    `SELECT m.id, m.number, m.staff_id AS "staffId", s.display_name AS "staffName", m.text_cipher AS cipher,
            redress.shown_time(m.sent_at, c.anonymous) AS "sentAt",
            (m.sent_at AT TIME ZONE j.time_zone)::date::text AS "sentOn"
       FROM redress.message m
       JOIN redress.complaint c ON c.jurisdiction_id = m.jurisdiction_id AND c.id = m.complaint_id
       JOIN redress.jurisdiction j ON j.id = m.jurisdiction_id
       LEFT JOIN redress.staff s ON s.jurisdiction_id = m.jurisdiction_id AND s.id = m.staff_id
      WHERE m.complaint_id = $1 AND m.number > $2 ORDER BY m.number LIMIT $3`,
    [complaintId, after, limit + 1],
  );
  return rows.map(({ id, cipher, ...row }) => ({ ...row, text: key.open(place(id), cipher) }));
}

/** Whether this moved how far the person has read: what was read before is no news. */
export async function markSeen(
  manager: EntityManager,
  seen: { jurisdictionId: string; complaintId: string; staffId: string; upTo: number },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.message_seen AS before (jurisdiction_id, complaint_id, staff_id, up_to) VALUES ($1, $2, $3, $4)
     ON CONFLICT (jurisdiction_id, complaint_id, staff_id) DO UPDATE SET up_to = excluded.up_to
       WHERE before.up_to < excluded.up_to RETURNING up_to`,
    [seen.jurisdictionId, seen.complaintId, seen.staffId, seen.upTo],
  );
  return rows.length === 1;
}
