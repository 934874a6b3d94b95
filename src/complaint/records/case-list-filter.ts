import type { ListFilter } from '../rules/list-question.js';

/** Whoever asks, as far as the list goes by it. */
export interface ListAsker {
  staffId: string;
  /** False: only what is assigned to them */
  readsAll: boolean;
  /** The codes of the allegation group that is asked for */
  categories: readonly string[] | null;
}

/**
 * Every case has a place in time; those without a time (old imports) come before all others. Not COALESCE: the planner takes
 * that for a function that might tell what row-level security hides, and lets it bound no index (docs/decisions/0005).
 */
export const TIME = `(CASE WHEN c.received_at IS NULL THEN '-infinity' ELSE c.received_at END)`;

/** Hands out a place for a value: SQL is put together from fixed pieces, and values never stand in it. */
export type Bind = (value: unknown) => string;

const DAY_BEGINS = (day: string) =>
  `(SELECT ${day}::date::timestamp AT TIME ZONE j.time_zone FROM redress.jurisdiction j WHERE j.id = (SELECT redress.current_jurisdiction()))`;
const OF_CASE = (alias: string) => `${alias}.jurisdiction_id = c.jurisdiction_id AND ${alias}.complaint_id = c.id`;
const ASSIGNED = `SELECT FROM redress.assignment g WHERE ${OF_CASE('g')} AND g.ended_at IS NULL`;

/** Each filter as a condition on `c`, the case; what was not asked for is not in the statement. */
export function filterConditions(filter: ListFilter, asker: ListAsker, bind: Bind): string[] {
  const conditions: string[] = [];
  const when = <T>(value: T | undefined | null, condition: (place: string) => string): void => {
    if (value !== undefined && value !== null) conditions.push(condition(bind(value)));
  };
  if (filter.status === undefined) conditions.push(`c.status NOT IN ('expunged', 'disposed')`);
  when(filter.status, (place) => `c.status = ${place}`);
  when(filter.classification, (place) => `c.classification = ${place}`);
  when(filter.channel, (place) => `c.channel = ${place}`);
  when(filter.district, (place) => `c.district = ${place}`);
  when(filter.caseNumber, (place) => `c.case_number = ${place}`);
  when(filter.numberBegins, (place) => `starts_with(c.case_number, ${place})`);
  when(
    asker.categories,
    (place) => `EXISTS (SELECT FROM redress.allegation a
    WHERE ${OF_CASE('a')} AND a.category = ANY (${place}::text[]))`,
  );
  when(
    filter.officerId,
    (place) => `EXISTS (SELECT FROM redress.complaint_officer co
    WHERE ${OF_CASE('co')} AND co.officer_id = ${place})`,
  );
  when(
    filter.departmentId,
    (place) => `EXISTS (SELECT FROM redress.complaint_officer co
    JOIN redress.officer o ON o.jurisdiction_id = co.jurisdiction_id AND o.id = co.officer_id
    WHERE ${OF_CASE('co')} AND o.department_id = ${place})`,
  );
  when(filter.receivedFrom, (place) => `${TIME} >= ${DAY_BEGINS(place)}`);
  when(filter.receivedTo, (place) => `c.received_at IS NOT NULL AND ${TIME} < ${DAY_BEGINS(`(${place}::date + 1)`)}`);
  when(filter.closedFrom, (place) => `c.closed_on >= ${place}::date`);
  when(filter.closedTo, (place) => `c.closed_on <= ${place}::date`);
  if (filter.overdue) {
    conditions.push(`EXISTS (SELECT FROM redress.deadline od WHERE ${OF_CASE('od')} AND od.state = 'overdue')`);
  }
  if (filter.assignedTo === 'nobody') conditions.push(`NOT EXISTS (${ASSIGNED})`);
  else
    when(
      filter.assignedTo === 'me' ? asker.staffId : filter.assignedTo,
      (place) => `EXISTS (${ASSIGNED} AND g.staff_id = ${place})`,
    );
  if (!asker.readsAll) when(asker.staffId, (place) => `EXISTS (${ASSIGNED} AND g.staff_id = ${place})`);
  return conditions;
}
