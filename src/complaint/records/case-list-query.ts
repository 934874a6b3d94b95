import type { ListCursor, ListSort } from '../rules/list-cursor.js';
import type { ListQuestion } from '../rules/list-question.js';
import { type Bind, filterConditions, type ListAsker, TIME } from './case-list-filter.js';

const OPEN_CLOCK = `d.state IN ('running', 'tolled', 'overdue')`;
const COLUMNS = `c.id AS "complaintId", c.case_number AS "caseNumber", c.kind, c.status, c.channel, c.anonymous,
  c.received_at AS "receivedAt", c.incident_on::text AS "incidentOn", c.closed_on::text AS "closedOn", c.district, c.beat,
  c.version, c.classification, c.track,
  (SELECT g.staff_id FROM redress.assignment g
    WHERE g.jurisdiction_id = c.jurisdiction_id AND g.complaint_id = c.id AND g.ended_at IS NULL) AS "assignedTo",
  (SELECT count(*)::int FROM redress.allegation a
    WHERE a.jurisdiction_id = c.jurisdiction_id AND a.complaint_id = c.id) AS allegations,
  (SELECT min(d.due_on)::text FROM redress.deadline d
    WHERE d.jurisdiction_id = c.jurisdiction_id AND d.complaint_id = c.id AND ${OPEN_CLOCK}) AS "dueOn"`;
const NEWEST = `${TIME} DESC, c.id DESC`;

interface Walk {
  from: string;
  order: string;
  after: (cursor: ListCursor, bind: Bind) => string;
}
/** The walk of each order: where from, in what order, and what comes after a cursor. Each has an index (migration 0026). */
const WALKS: Record<ListSort, Walk> = {
  received: {
    from: 'redress.complaint c',
    order: NEWEST,
    after: ({ keys, id }, bind) => `(${TIME}, c.id) < (${bind(timeOf(keys[0]))}::timestamptz, ${bind(id)}::uuid)`,
  },
  received_asc: {
    from: 'redress.complaint c',
    order: `${TIME}, c.id`,
    after: ({ keys, id }, bind) => `(${TIME}, c.id) > (${bind(timeOf(keys[0]))}::timestamptz, ${bind(id)}::uuid)`,
  },
  // A case stands where its first open clock runs out; one without an open clock is not in this order.
  due: {
    from: `redress.deadline due JOIN redress.complaint c ON c.jurisdiction_id = due.jurisdiction_id AND c.id = due.complaint_id
      AND due.state IN ('running', 'tolled', 'overdue') AND NOT EXISTS (SELECT FROM redress.deadline d
        WHERE d.jurisdiction_id = due.jurisdiction_id AND d.complaint_id = due.complaint_id AND ${OPEN_CLOCK}
          AND (d.due_on, d.rule) < (due.due_on, due.rule))`,
    order: 'due.due_on, due.complaint_id',
    after: ({ keys, id }, bind) => `(due.due_on, due.complaint_id) > (${bind(keys[0])}::date, ${bind(id)}::uuid)`,
  },
  // By the letters of the status, the newest of each first; `after` is what is left of the cursor's own status.
  status: {
    from: 'redress.complaint c',
    order: `c.status, ${NEWEST}`,
    after: ({ keys, id }, bind) =>
      `c.status = ${bind(keys[0])} AND (${TIME}, c.id) < (${bind(timeOf(keys[1]))}::timestamptz, ${bind(id)}::uuid)`,
  },
  number: {
    from: 'redress.complaint c',
    order: 'c.case_number',
    after: ({ keys }, bind) => `c.case_number > ${bind(keys[0])}`,
  },
};

const timeOf = (key = ''): string => (key === '' ? '-infinity' : key);

/** The statement of one page, and its values. */
export function caseListQuery(question: ListQuestion, asker: ListAsker): { text: string; values: unknown[] } {
  const { sort, after, filter, limit } = question;
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { from, order, after: beyond } = WALKS[sort];
  const conditions = filterConditions(filter, asker, bind);
  const most = bind(limit);
  const walk = (more: string[]): string =>
    [
      `SELECT ${COLUMNS} FROM ${from}`,
      `WHERE ${[...conditions, ...more].join(' AND ')}`,
      `ORDER BY ${order} LIMIT ${most}`,
    ].join('\n');
  if (!after) return { text: walk([]), values };
  if (sort !== 'status') return { text: walk([beyond(after, bind)]), values };
  // Two walks, the second begun when the first is done: neither reads what lies before the cursor.
  const rest = walk([beyond(after, bind)]);
  const later = walk([`c.status > ${bind(after.keys[0])}`]);
  return { text: `(${rest}) UNION ALL (${later}) LIMIT ${most}`, values };
}
