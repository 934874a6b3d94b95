import type { MeetingRow, Meetings } from '../rules/material.js';
import type { ReportPeriod } from '../rules/report-period.js';
import { hashOf } from './hash-of.js';
import { isPublished } from './is-published.js';
import type { PublishedView } from './published-view.js';

const ROWS = `
  SELECT m.id::text AS id, m.board, m.kind, (m.starts_at AT TIME ZONE m.time_zone)::date::text AS day, m.status, m.changed_at AS "changedAt",
         m.minutes_approved_at IS NOT NULL AS "minutesApproved",
         (SELECT count(*)::int FROM published.agenda_item i WHERE i.meeting_id = m.id AND NOT i.withdrawn) AS items,
         (SELECT count(*)::int FROM published.agenda_item i WHERE i.meeting_id = m.id AND NOT i.withdrawn AND i.closed) AS "closedItems",
         (SELECT count(*)::int FROM published.report_out r JOIN published.agenda_item i ON i.id = r.item_id
           WHERE i.meeting_id = m.id) AS "reportsOut"
    FROM published.meeting m
   WHERE m.jurisdiction = $1 AND to_char(m.starts_at AT TIME ZONE m.time_zone, 'YYYY-MM') BETWEEN $2 AND $3
   ORDER BY m.starts_at, m.id`;

const OPINIONS = `
  SELECT i.meeting_id::text AS meeting, count(*)::int AS count FROM published.opinion o JOIN published.agenda_item i ON i.id = o.item_id
   WHERE i.meeting_id = ANY ($1::uuid[]) GROUP BY 1`;

/** The meetings of these months that the public was told of: counts, and not a word of what they were about. */
export async function readMeetings(view: PublishedView, slug: string, period: ReportPeriod): Promise<Meetings> {
  const found = await view.query<Omit<MeetingRow, 'opinions'> & { id: string; changedAt: Date }>(ROWS, [
    slug,
    period.from,
    period.to,
  ]);
  const changes = found.map(({ changedAt }) => changedAt.getTime());
  const opinions = await readOpinions(
    view,
    found.map(({ id }) => id),
  );
  const rows = found.map(({ changedAt: _, id, ...row }) => ({ ...row, opinions: opinions.get(id) ?? 0 }));
  return { rows, changedAt: changes.length === 0 ? null : new Date(Math.max(...changes)), sha256: hashOf(rows) };
}

async function readOpinions(view: PublishedView, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (!(await isPublished(view, 'opinion'))) return new Map();
  const rows = await view.query<{ meeting: string; count: number }>(OPINIONS, [ids]);
  return new Map(rows.map(({ meeting, count }) => [meeting, count]));
}
