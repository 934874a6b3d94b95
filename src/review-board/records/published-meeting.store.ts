import type { EntityManager } from 'typeorm';

/**
 * Tells the public how the meeting stands now: nothing while its agenda is not posted, and with a higher sequence each time
 * after that (RFC 5545: a calendar takes the change by it).
 */
export async function publishMeeting(manager: EntityManager, meetingId: string, at: Date): Promise<void> {
  await manager.query(
    `UPDATE redress.meeting m SET sequence = m.sequence + 1
      WHERE m.id = $1 AND m.agenda_posted_at IS NOT NULL AND EXISTS (SELECT FROM published.meeting p WHERE p.id = m.id)`,
    [meetingId],
  );
  await manager.query(
    `INSERT INTO published.meeting AS told
       (id, jurisdiction, jurisdiction_name, time_zone, board, kind, starts_at, place, remote_access, emergency_reason,
        cancel_reason, status, posted_at, opened_at, adjourned_at, sequence, changed_at)
     SELECT m.id, j.slug, j.name, j.time_zone, b.name, m.kind, m.starts_at, m.place, m.remote_access, m.emergency_reason,
            m.cancel_reason, m.status, m.agenda_posted_at, m.opened_at, m.adjourned_at, m.sequence, $2
       FROM redress.meeting m JOIN redress.jurisdiction j ON j.id = m.jurisdiction_id
       JOIN redress.board b ON b.jurisdiction_id = m.jurisdiction_id AND b.id = m.board_id
      WHERE m.id = $1 AND m.agenda_posted_at IS NOT NULL
     ON CONFLICT (id) DO UPDATE SET cancel_reason = excluded.cancel_reason, status = excluded.status,
        opened_at = excluded.opened_at, adjourned_at = excluded.adjourned_at, sequence = excluded.sequence,
        changed_at = excluded.changed_at`,
    [meetingId, at],
  );
}

/** @param grounds the charter's labels by code: a ground is told in words */
export async function publishItems(
  manager: EntityManager,
  meetingId: string,
  grounds: Readonly<Record<string, string>>,
): Promise<void> {
  await manager.query(
    `INSERT INTO published.agenda_item (id, meeting_id, position, title, closed, ground, withdrawn)
     SELECT i.id, i.meeting_id, i.position,
            CASE WHEN i.closed OR EXISTS (SELECT FROM redress.sealing s WHERE s.jurisdiction_id = i.jurisdiction_id
              AND s.complaint_id = i.complaint_id AND s.lifted_at IS NULL) THEN NULL ELSE i.title END,
            i.closed, coalesce($2::jsonb ->> i.legal_basis, i.legal_basis), i.withdrawn_at IS NOT NULL
       FROM redress.agenda_item i WHERE i.meeting_id = $1
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, withdrawn = excluded.withdrawn`,
    [meetingId, JSON.stringify(grounds)],
  );
}

export interface ToldAmendment {
  id: string;
  itemId: string;
  kind: 'added' | 'withdrawn' | 'retitled';
  /** Of an open item; of a closed one nothing */
  formerTitle: string | null;
  /** In words */
  lateGround: string | null;
  at: Date;
}

export async function publishAmendment(manager: EntityManager, told: ToldAmendment): Promise<void> {
  await manager.query(
    `INSERT INTO published.agenda_amendment (id, item_id, kind, former_title, late_ground, amended_at)
     SELECT $1, i.id, $3, CASE WHEN i.title IS NOT NULL THEN $4::text END, $5, $6 FROM published.agenda_item i WHERE i.id = $2`,
    [told.id, told.itemId, told.kind, told.formerTitle, told.lateGround, told.at],
  );
}

export async function publishMaterial(
  manager: EntityManager,
  { id, itemId, title, url }: { id: string; itemId: string; title: string; url: string },
): Promise<void> {
  await manager.query('INSERT INTO published.agenda_material (id, item_id, title, url) VALUES ($1, $2, $3, $4)', [
    id,
    itemId,
    title,
    url,
  ]);
}
