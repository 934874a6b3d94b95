import type { EntityManager } from 'typeorm';

export interface AgendaAmendment {
  jurisdictionId: string;
  id: string;
  meetingId: string;
  itemId: string;
  complaintId: string | null;
  kind: 'added' | 'withdrawn' | 'retitled';
  formerTitleCipher: Buffer | null;
  lateGround: string | null;
  amendedBy: string;
  at: Date;
}

export async function insertAmendment(manager: EntityManager, amendment: AgendaAmendment): Promise<void> {
  const { jurisdictionId, id, meetingId, itemId, complaintId, kind } = amendment;
  await manager.query(
    `INSERT INTO redress.agenda_amendment (jurisdiction_id, id, meeting_id, agenda_item_id, complaint_id, kind,
       former_title_cipher, late_ground, amended_by, amended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[jurisdictionId, id, meetingId, itemId, complaintId, kind],
      ...[amendment.formerTitleCipher, amendment.lateGround, amendment.amendedBy, amendment.at],
    ],
  );
}
