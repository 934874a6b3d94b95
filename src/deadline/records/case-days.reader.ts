import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '../../charter/index.js';
import type { CaseDays, CaseKind } from '../rules/clock-state.js';
import { dayOf } from '../rules/day.js';

interface Row {
  charterId: string;
  channel: string;
  classification: string | null;
  incident: string | null;
  received: string | null;
  categories: string[];
  events: Record<string, string>;
  pauses: { id: string; rule: string; ground: string; from: string; until: string | null }[];
  extensions: { id: string; rule: string; days: number }[];
}

/** A case as its clocks see it. */
export interface ClockedCase {
  charterId: string;
  kind: Omit<CaseKind, 'allegationGroups'> & { categories: readonly string[] };
  days: CaseDays;
}

const ONE_CASE = `
  SELECT c.charter_id AS "charterId", c.channel, c.classification, c.incident_on::text AS incident,
         (c.received_at AT TIME ZONE j.time_zone)::date::text AS received,
         ARRAY(SELECT DISTINCT a.category FROM redress.allegation a WHERE a.complaint_id = c.id) AS categories,
         (SELECT coalesce(jsonb_object_agg(e.event, e.on_day), '{}') FROM (
            SELECT DISTINCT ON (event) event, on_day FROM redress.case_event WHERE complaint_id = c.id
             ORDER BY event, recorded_at DESC, id DESC) e) AS events,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'rule', t.rule, 'ground', t.ground,
                   'from', t.from_day, 'until', e.until_day) ORDER BY t.from_day, t.id), '[]')
            FROM redress.tolling t LEFT JOIN redress.tolling_end e
              ON e.jurisdiction_id = t.jurisdiction_id AND e.tolling_id = t.id
           WHERE t.complaint_id = c.id) AS pauses,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'rule', x.rule, 'days', x.days) ORDER BY x.id), '[]')
            FROM redress.deadline_extension x WHERE x.complaint_id = c.id) AS extensions
    FROM redress.complaint c JOIN redress.jurisdiction j ON j.id = c.jurisdiction_id
   WHERE c.id = $1`;

/** All that the clocks of a case go by, in one statement; null when the case is not there, or hidden. */
export async function clockedCase(manager: EntityManager, complaintId: string): Promise<ClockedCase | null> {
  const [row]: Row[] = await manager.query(ONE_CASE, [complaintId]);
  if (!row) return null;
  const { charterId, channel, classification, categories, pauses, extensions } = row;
  // What the case itself says of its first days holds unless somebody recorded another.
  const told = { incident: row.incident, received: row.received, ...row.events };
  const events = Object.entries(told).flatMap(([event, day]) =>
    day === null ? [] : [[event as CaseEvent, dayOf(day)] as const],
  );
  return {
    charterId,
    kind: { channel, classification, categories },
    days: {
      events: new Map(events),
      pauses: pauses.map((pause) => ({
        ...pause,
        from: dayOf(pause.from),
        until: pause.until === null ? null : dayOf(pause.until),
      })),
      extensions,
    },
  };
}
