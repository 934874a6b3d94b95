import { Injectable } from '@nestjs/common';
import { charterInForce } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { type PendingCursor, readCursor, writeCursor } from '../rules/pending-cursor.js';
import { askedSpans } from '../rules/profile/asked-spans.js';
import type { Scope } from '../rules/profile/profile-document.js';
import { PENDING_ANSWERS } from './pending-answers-sql.js';
import { profilesHere } from './profile.store.js';

/** An answer that is not known yet, and is waited for. */
export interface PendingAnswer {
  reportId: string;
  reportNumber: string;
  departmentId: string;
  departmentName: string;
  /** YYYY-MM-DD */
  occurredOn: string | null;
  scope: Scope;
  element: string;
  /** JSON pointer into the report */
  path: string;
  /** Programmes that bind the department and ask for the element, by their ids */
  profiles: string[];
  /** When it was first told as pending */
  since: string;
  ageDays: number;
}

export interface PendingWanted {
  departmentId?: string | undefined;
  profile?: string | undefined;
  element?: string | undefined;
  leastDays?: number | undefined;
  after?: string | undefined;
  limit: number;
}

const ASKED_OF_IT = `a.scope = p.scope AND a.element = p.element AND p.occurred_on BETWEEN a."from" AND a.until
           AND (a.departments IS NULL OR p.department_id = ANY (a.departments))`;

const PAGE = `
  WITH asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($3::jsonb)
      AS span (profile text, scope text, element text, "from" date, until date, departments uuid[])
  ), page AS MATERIALIZED (
    SELECT p.*, d.name, age.days
      FROM (${PENDING_ANSWERS}) AS p
      JOIN redress.department d ON d.id = p.department_id
      JOIN redress.jurisdiction j ON j.id = d.jurisdiction_id
      CROSS JOIN LATERAL (SELECT ($4::timestamptz AT TIME ZONE j.time_zone)::date - (p.since AT TIME ZONE j.time_zone)::date AS days) AS age
     WHERE ($5::text IS NULL OR EXISTS (SELECT FROM asked a WHERE a.profile = $5 AND ${ASKED_OF_IT}))
       AND ($6::text IS NULL OR p.element = $6) AND ($7::integer IS NULL OR age.days >= $7)
       AND ($8::timestamptz IS NULL OR (p.since, p.id, p.path COLLATE "C") > ($8, $9::uuid, $10::text))
     ORDER BY p.since, p.id, p.path COLLATE "C" LIMIT $11
  )
  SELECT p.id AS "reportId", p.report_number AS "reportNumber", p.department_id AS "departmentId", p.name AS "departmentName",
         p.occurred_on::text AS "occurredOn", p.scope, p.element, p.path, p.days AS "ageDays",
         ARRAY(SELECT DISTINCT a.profile FROM asked a WHERE ${ASKED_OF_IT} ORDER BY a.profile) AS profiles,
         to_char(p.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS since
    FROM page p ORDER BY p.since, p.id, p.path COLLATE "C"`;

/** What is still pending, the oldest first: what the programmes chase, and a board asks for. */
@Injectable()
export class PendingAnswerReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** A department sees its own. @throws RuleBroken bad-cursor (400) */
  async page(actor: Actor, wanted: PendingWanted): Promise<{ answers: PendingAnswer[]; next: string | null }> {
    const { profile = null, element = null, leastDays = null, limit } = wanted;
    const departmentId = actor.kind === 'department' ? actor.departmentId : (wanted.departmentId ?? null);
    const after = wanted.after === undefined ? null : cursorIn(wanted.after);
    return this.database.read(actor, async (manager) => {
      const at = this.clock.now();
      const { document } = await charterInForce(manager, at);
      const asked = JSON.stringify(askedSpans(await profilesHere(manager), document.forceProfiles));
      const from = [after?.since ?? null, after?.reportId ?? null, after?.path ?? null];
      const values = [departmentId, null, asked, at, profile, element, leastDays, ...from, limit + 1];
      const rows: PendingAnswer[] = await manager.query(PAGE, values);
      const answers = rows.slice(0, limit);
      const last = answers.at(-1);
      return { answers, next: rows.length > limit && last ? writeCursor(last) : null };
    });
  }
}

function cursorIn(written: string): PendingCursor {
  const cursor = readCursor(written);
  if (!cursor) throw new RuleBroken('bad-cursor', 'This `after` is none of this list: start from the first page.', 400);
  return cursor;
}
