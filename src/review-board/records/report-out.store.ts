import type { EntityManager } from 'typeorm';
import type { OfficeWords } from '../../vault/index.js';

export interface ReportOut {
  jurisdictionId: string;
  id: string;
  meetingId: string;
  itemId: string;
  complaintId: string | null;
  text: string;
  at: Date;
}

/** Recorded and told in one: that is what it is for. The public copy leaves with the case. */
export async function insertReportOut(manager: EntityManager, words: OfficeWords, report: ReportOut): Promise<void> {
  const { jurisdictionId, id, meetingId, itemId, complaintId, text, at } = report;
  const place = { jurisdictionId, complaintId, table: 'report_out', column: 'text_cipher', rowId: id };
  await manager.query(
    `INSERT INTO redress.report_out (jurisdiction_id, id, meeting_id, agenda_item_id, complaint_id, text_cipher, reported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, id, meetingId, itemId, complaintId, await words.seal(manager, place, text), at],
  );
  await manager.query(
    `INSERT INTO published.report_out (id, item_id, text, reported_at)
     VALUES ($1, $2, CASE WHEN EXISTS (SELECT FROM redress.sealing s WHERE s.complaint_id = $5 AND s.lifted_at IS NULL)
       THEN NULL ELSE $3 END, $4)`,
    [id, itemId, text, at, complaintId],
  );
}

export async function readReportOuts(
  manager: EntityManager,
  words: OfficeWords,
  meetingId: string,
): Promise<{ itemId: string; text: string | null }[]> {
  type Row = Pick<ReportOut, 'jurisdictionId' | 'id' | 'itemId' | 'complaintId'> & { cipher: Buffer };
  const rows: Row[] = await manager.query(
    `SELECT jurisdiction_id AS "jurisdictionId", id, agenda_item_id AS "itemId", complaint_id AS "complaintId",
              text_cipher AS cipher FROM redress.report_out WHERE meeting_id = $1 ORDER BY reported_at, id`,
    [meetingId],
  );
  const reports: { itemId: string; text: string | null }[] = [];
  for (const { jurisdictionId, id, itemId, complaintId, cipher } of rows) {
    const place = { jurisdictionId, complaintId, table: 'report_out', column: 'text_cipher', rowId: id };
    reports.push({ itemId, text: await words.open(manager, place, cipher) });
  }
  return reports;
}
