import type { EntityManager } from 'typeorm';
import type { OfficerPosition } from '../rules/post-at-incident.js';

export interface NewPost extends OfficerPosition {
  jurisdictionId: string;
  id: string;
  officerId: string;
  from: string;
  /** The post that this one puts right */
  supersedes: string | null;
  recordedBy: string;
  at: Date;
}

const STANDING = `NOT EXISTS (SELECT FROM redress.officer_post later
  WHERE later.jurisdiction_id = p.jurisdiction_id AND later.supersedes = p.id)`;

/** Of the officer `o`, what the posts that stand and have begun (`begun`, over `p`) say of this last; else NULL. */
const last = (column: string, begun: string): string => `(SELECT p.${column} FROM redress.officer_post p
  WHERE p.jurisdiction_id = o.jurisdiction_id AND p.officer_id = o.id AND p.${column} IS NOT NULL AND ${STANDING} AND ${begun}
  ORDER BY p.from_day DESC NULLS LAST, p.id DESC LIMIT 1)`;

const SHOWN_NOW = `UPDATE redress.officer o SET rank = coalesce(${last('rank', 'true')}, o.rank),
    unit = coalesce(${last('unit', 'true')}, o.unit), command = coalesce(${last('command', 'true')}, o.command)
  WHERE o.id = $1`;

const STANDS = `SELECT FROM redress.officer_post p WHERE p.officer_id = $1 AND p.id = $2 AND ${STANDING}`;

const BEGUN = '(p.from_day IS NULL OR p.from_day <= c.incident_on)';
const then = (column: string): string => `CASE WHEN c.incident_on IS NULL OR ${last(column, 'true')} IS NULL
  THEN o.${column} ELSE ${last(column, BEGUN)} END AS ${column}`;
const AT_INCIDENT = `
  SELECT ${then('rank')}, ${then('unit')}, ${then('command')}, o.department_id AS "departmentId",
         c.incident_on IS NOT NULL AND EXISTS (SELECT FROM redress.officer_post p WHERE p.officer_id = o.id) AS "fromPosts"
    FROM redress.officer o CROSS JOIN redress.complaint c WHERE o.id = $2 AND c.id = $1`;

/** The post joins the officer's history; the register shows what the latest days say, whichever was told last. */
export async function insertPost(manager: EntityManager, post: NewPost & { firstId: string }): Promise<void> {
  const { jurisdictionId, officerId, recordedBy, at } = post;
  await manager.query('SELECT FROM redress.officer WHERE id = $1 FOR UPDATE', [officerId]);
  // What the register said before anybody told a day would be written over below.
  await manager.query(
    `INSERT INTO redress.officer_post (jurisdiction_id, id, officer_id, rank, unit, command, recorded_by, recorded_at)
     SELECT o.jurisdiction_id, $2, o.id, o.rank, o.unit, o.command, $3, $4 FROM redress.officer o
      WHERE o.id = $1 AND num_nonnulls(o.rank, o.unit, o.command) > 0
        AND NOT EXISTS (SELECT FROM redress.officer_post p WHERE p.officer_id = o.id)`,
    [officerId, post.firstId, recordedBy, at],
  );
  await manager.query(
    `INSERT INTO redress.officer_post (jurisdiction_id, id, officer_id, rank, unit, command, from_day, supersedes,
        recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[jurisdictionId, post.id, officerId, post.rank, post.unit, post.command],
      ...[post.from, post.supersedes, recordedBy, at],
    ],
  );
  await manager.query(SHOWN_NOW, [officerId]);
}

/** Whether this is a post of that officer which nothing has put right yet. */
export async function postStands(manager: EntityManager, officerId: string, postId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(STANDS, [officerId, postId]);
  return rows.length === 1;
}

export interface OfficerThen extends OfficerPosition {
  departmentId: string | null;
  /** False: nobody told any day, and this is what the register says now */
  fromPosts: boolean;
}

/**
 * What the officer was on the day of the case's incident. Of a rank that they came to later nothing is taken: what
 * nobody told of that day is not known. Null when there is no such officer.
 */
export async function officerAtIncident(
  manager: EntityManager,
  complaintId: string,
  officerId: string,
): Promise<OfficerThen | null> {
  const rows: OfficerThen[] = await manager.query(AT_INCIDENT, [complaintId, officerId]);
  return rows[0] ?? null;
}
