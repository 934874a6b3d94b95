import type { Pool } from 'pg';
import { type CharterDocument, genericCharter } from '../../src/charter/index.js';

/** Stand in what must never be published: a name, a case number, a source's key. */
export const CANARIES = { name: 'Canaria Plantworthy', caseNumber: 'CANARY-CASE', sourceKey: 'CANARY-KEY' } as const;

/** Categories as a city has them: `kinds` codes in 12 groups. */
export function cityCharter(kinds = 120): CharterDocument {
  const allegationGroups = Array.from({ length: 12 }, (_, group) => ({
    code: `group_${group}`,
    label: `Group ${group}`,
  }));
  const allegations = Array.from({ length: kinds }, (_, kind) => ({
    ...{ code: `kind_${kind}`, label: `Kind ${kind}`, group: `group_${kind % 12}` },
  }));
  return { ...genericCharter, allegationGroups, allegations };
}

/**
 * `count` complaints of 1967 to 2018 with about 1.35 allegations each, shaped like a large city's: skewed places, races, ages
 * and categories, three in ten people unknown. The same numbers each time. As the owner, past row-level security.
 */
export async function generateComplaints(
  owner: Pool,
  jurisdictionId: string,
  count: number,
  kinds = 120,
): Promise<void> {
  const officers = Math.max(20, Math.ceil(count / 8));
  const client = await owner.connect();
  const names = [jurisdictionId, CANARIES.name, CANARIES.caseNumber, CANARIES.sourceKey];
  try {
    await client.query('BEGIN');
    await client.query('SELECT setseed(0.42)');
    await client.query('CREATE TEMPORARY TABLE planned ON COMMIT DROP AS ' + PLANNED, [count]);
    await client.query(OFFICERS, [jurisdictionId, officers, CANARIES.name, CANARIES.sourceKey]);
    await client.query(COMPLAINTS, [names[0], names[2], names[3]]);
    await client.query(PEOPLE, [jurisdictionId, JSON.stringify({ told: CANARIES.name })]);
    await client.query('CREATE TEMPORARY TABLE accused ON COMMIT DROP AS ' + ACCUSED, [kinds, officers]);
    for (const statement of [COMPLAINT_OFFICERS, ALLEGATIONS, FINDINGS, DISCIPLINE])
      await client.query(statement, [jurisdictionId]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    client.release(true);
  }
}

/** The later the more; few before 1999. */
const PLANNED = `SELECT i, gen_random_uuid() AS id, date '2018-12-31' - (19000 * random() ^ 2.2)::int AS day,
  lpad((1 + floor(25 * random() ^ 1.4))::text, 2, '0') AS district, lpad(floor(12 * random())::text, 2, '0') AS beat,
  random() AS chance FROM generate_series(1, $1::int) i`;

const OFFICERS = `INSERT INTO redress.officer (jurisdiction_id, id, name, source, source_key)
  SELECT $1::uuid, md5($1::uuid::text || 'officer' || i)::uuid, $3::text || ' ' || i, 'generated', $4::text || '-O-' || i
    FROM generate_series(1, $2::int) i`;

const COMPLAINTS = `INSERT INTO redress.complaint (jurisdiction_id, id, case_number, charter_id, kind, channel, anonymous, status,
    received_at, incident_on, district, beat, closed_on, source, source_key)
  SELECT $1::uuid, p.id, $2 || '-' || i, c.id, 'complaint', 'web', false, 'closed', p.day + 3, CASE WHEN chance < 0.95 THEN p.day END,
         CASE WHEN chance < 0.9 THEN p.district END, CASE WHEN chance < 0.8 THEN p.district || p.beat END, p.day + 200,
         'generated', $3 || '-' || i
    FROM planned p, redress.charter c WHERE c.jurisdiction_id = $1`;

const PEOPLE = `INSERT INTO redress.complaint_person (jurisdiction_id, id, complaint_id, roles, race, gender, age_at_incident,
    source_position, original)
  SELECT $1::uuid, gen_random_uuid(), p.id, ARRAY['victim'],
         (ARRAY['black','black','black','white','hispanic','black','white','hispanic','asian',NULL])[1 + floor(10 * random())::int],
         (ARRAY['male','male','female','female',NULL])[1 + floor(5 * random())::int],
         CASE WHEN random() < 0.7 THEN 10 + floor(70 * random() ^ 1.6)::int END, position, $2::jsonb
    FROM planned p, generate_series(1, CASE WHEN chance < 0.3 THEN 0 WHEN chance < 0.92 THEN 1 ELSE 2 END) position`;

const ACCUSED = `SELECT p.id AS complaint_id, gen_random_uuid() AS complaint_officer_id, gen_random_uuid() AS allegation_id, n,
    1 + ((p.i * 7919 + n) % $2::int) AS officer, 'kind_' || floor($1::int * random() ^ 2.5)::int AS category, random() AS chance
  FROM (SELECT *, random() AS many FROM planned) p,
       generate_series(1, CASE WHEN many < 0.75 THEN 1 WHEN many < 0.92 THEN 2 WHEN many < 0.995 THEN 3 ELSE 12 END) n`;

const COMPLAINT_OFFICERS = `INSERT INTO redress.complaint_officer (jurisdiction_id, id, complaint_id, role, officer_id)
  SELECT $1::uuid, complaint_officer_id, complaint_id, 'subject',
         CASE WHEN chance < 0.98 THEN md5($1::uuid::text || 'officer' || officer)::uuid END FROM accused`;

const ALLEGATIONS = `INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category, source_position)
  SELECT $1::uuid, allegation_id, complaint_id, complaint_officer_id, category, n FROM accused`;

const FINDINGS = `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class, recorded_at)
  SELECT $1::uuid, gen_random_uuid(), complaint_id, allegation_id, stage, class, class, now()
    FROM (SELECT *, (ARRAY['sustained','not_sustained','unfounded','exonerated','no_finding','not_sustained'])[1 + floor(6 * random())::int]
            AS class FROM accused, unnest(ARRAY['investigator', 'final']) stage) found WHERE chance < 0.9`;

const DISCIPLINE = `INSERT INTO redress.discipline (jurisdiction_id, id, complaint_id, allegation_id, stage, kind, recorded_at)
  SELECT $1::uuid, gen_random_uuid(), complaint_id, allegation_id, 'imposed', CASE WHEN chance < 0.03 THEN 'suspension' ELSE 'reprimand' END, now()
    FROM accused WHERE chance < 0.08`;
