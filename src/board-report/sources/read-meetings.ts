import type { MeetingRow, Meetings } from '../rules/material.js';
import type { ReportPeriod } from '../rules/report-period.js';
import { hashOf } from './hash-of.js';
import type { PublishedView } from './published-view.js';

const ROWS = `
  SELECT m.board, m.kind, (m.starts_at AT TIME ZONE m.time_zone)::date::text AS day, m.status, m.changed_at AS "changedAt",
         m.minutes_approved_at IS NOT NULL AS "minutesApproved",
         (SELECT count(*)::int FROM published.agenda_item i WHERE i.meeting_id = m.id AND NOT i.withdrawn) AS items,
         (SELECT count(*)::int FROM published.agenda_item i WHERE i.meeting_id = m.id AND NOT i.withdrawn AND i.closed) AS "closedItems",
         (SELECT count(*)::int FROM published.report_out r JOIN published.agenda_item i ON i.id = r.item_id
           WHERE i.meeting_id = m.id) AS "reportsOut"
    FROM published.meeting m
   WHERE m.jurisdiction = $1 AND to_char(m.starts_at AT TIME ZONE m.time_zone, 'YYYY-MM') BETWEEN $2 AND $3
   ORDER BY m.starts_at, m.id`;

/** The meetings of these months that the public was told of: counts, and not a word of what they were about. */
export async function readMeetings(view: PublishedView, slug: string, period: ReportPeriod): Promise<Meetings> {
  const found = await view.query<MeetingRow & { changedAt: Date }>(ROWS, [slug, period.from, period.to]);
  const changes = found.map(({ changedAt }) => changedAt.getTime());
  const rows = found.map(({ changedAt: _, ...row }) => row);
  return { rows, changedAt: changes.length === 0 ? null : new Date(Math.max(...changes)), sha256: hashOf(rows) };
}
