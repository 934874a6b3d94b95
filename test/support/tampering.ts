import type pg from 'pg';
import { type HistoryHeld, holdHistory } from '../../src/audit-log/index.js';
import { seeded } from './generated-reports.js';

export interface TamperPlan {
  /** A superuser's: nothing of the database stands in its way */
  client: pg.Client;
  verifierKey: string;
  /** What was published and kept elsewhere */
  notes: readonly string[];
  tries: number;
  seed: number;
}

type Random = () => number;
export interface Tampering {
  name: string;
  statements: (random: Random) => string[];
}

const pick = (random: Random, below: number) => Math.floor(random() * below);
const someEvent = (random: Random) =>
  `(SELECT id FROM redress.history_event ORDER BY id OFFSET ${pick(random, 1000)} % (SELECT count(*) FROM redress.history_event) LIMIT 1)`;
const someSeq = (random: Random) => `(SELECT ${pick(random, 1000)} % count(*) FROM audit_log.leaf)`;

/** Everything that somebody with all rights over the database may try. Each changes what the history says, or could prove. */
const TAMPERINGS: Tampering[] = [
  {
    name: 'an action rewritten',
    statements: (r) => [`UPDATE redress.history_event SET action = 'complaint.other' WHERE id = ${someEvent(r)}`],
  },
  {
    name: 'a time moved',
    statements: (r) => [
      `UPDATE redress.history_event SET at = at + interval '${1 + pick(r, 90)} microseconds' WHERE id = ${someEvent(r)}`,
    ],
  },
  {
    name: 'another actor',
    statements: (r) => [
      `UPDATE redress.history_event SET actor_kind = 'staff', actor_id = gen_random_uuid() WHERE id = ${someEvent(r)}`,
    ],
  },
  {
    name: 'details added',
    statements: (r) => [
      `UPDATE redress.history_event SET details = details || '{"planted": ${pick(r, 9)}}' WHERE id = ${someEvent(r)}`,
    ],
  },
  {
    name: 'another case',
    statements: (r) => [`UPDATE redress.history_event SET complaint_id = gen_random_uuid() WHERE id = ${someEvent(r)}`],
  },
  {
    name: 'another id',
    statements: (r) => [`UPDATE redress.history_event SET id = gen_random_uuid() WHERE id = ${someEvent(r)}`],
  },
  { name: 'an event deleted', statements: (r) => [`DELETE FROM redress.history_event WHERE id = ${someEvent(r)}`] },
  {
    name: 'an event and its leaf deleted',
    statements: (r) => [
      `CREATE TEMP TABLE doomed ON COMMIT DROP AS SELECT ${someEvent(r)} AS id`,
      'DELETE FROM redress.history_event WHERE id IN (SELECT id FROM doomed)',
      'DELETE FROM audit_log.leaf WHERE event_id IN (SELECT id FROM doomed)',
      'DROP TABLE doomed',
    ],
  },
  { name: 'an event put in', statements: (r) => [copiedEvent(r)] },
  {
    name: 'an event put in, with a leaf',
    statements: (r) => [
      copiedEvent(r),
      `INSERT INTO audit_log.leaf SELECT (SELECT count(*) FROM audit_log.leaf), id, sha256('forged')
         FROM redress.history_event WHERE details = '{"forged": true}'`,
    ],
  },
  {
    name: 'two leaves changed places',
    statements: (r) => [
      'ALTER TABLE audit_log.leaf DROP CONSTRAINT leaf_event_id_key',
      `WITH place AS (SELECT ${pick(r, 1000)} % (count(*) - 1) AS first FROM audit_log.leaf)
       UPDATE audit_log.leaf l SET event_id = o.event_id, hash = o.hash FROM audit_log.leaf o, place
        WHERE (l.seq = first AND o.seq = first + 1) OR (l.seq = first + 1 AND o.seq = first)`,
    ],
  },
  {
    name: 'a leaf rehashed',
    statements: (r) => [`UPDATE audit_log.leaf SET hash = sha256(hash) WHERE seq = ${someSeq(r)}`],
  },
  {
    name: 'an event rewritten, and its leaf made anew to fit it',
    statements: (r) => [
      `UPDATE redress.history_event SET action = 'complaint.other'
        WHERE id = (SELECT event_id FROM audit_log.leaf WHERE seq = ${someSeq(r)})`,
      `UPDATE audit_log.leaf SET hash = (SELECT sha256('\\x00'::bytea || convert_to(to_json(ARRAY[e.jurisdiction_id::text, e.id::text,
           to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_kind, e.actor_id::text, e.action, e.subject_kind,
           e.subject_id::text, e.complaint_id::text, e.details::text])::text, 'UTF8')) FROM redress.history_event e WHERE e.id = event_id)`,
    ],
  },
  { name: 'the tail dropped', statements: (r) => droppedFrom(`greatest(1, ${someSeq(r)})`) },
  { name: 'everything dropped', statements: () => droppedFrom('0') },
  {
    name: 'the last checkpoint taken away, and its events',
    statements: () =>
      droppedFrom(
        '(SELECT coalesce(max(size), 0) FROM published.history_checkpoint WHERE size < (SELECT max(size) FROM published.history_checkpoint))',
      ),
  },
  {
    name: 'a checkpoint rewritten',
    statements: () => [
      `UPDATE published.history_checkpoint SET note = replace(note, E'\\n', E'\\n1') WHERE size = (SELECT max(size) FROM published.history_checkpoint)`,
    ],
  },
  {
    name: 'another subject',
    statements: (r) => [`UPDATE redress.history_event SET subject_id = gen_random_uuid() WHERE id = ${someEvent(r)}`],
  },
];

function copiedEvent(random: Random): string {
  return `INSERT INTO redress.history_event
    SELECT jurisdiction_id, gen_random_uuid(), at, actor_kind, actor_id, action, subject_kind, subject_id, complaint_id, '{"forged": true}'
      FROM redress.history_event WHERE id = ${someEvent(random)}`;
}

/** As a copy from before would have it: events, leaves and checkpoints all end earlier, and agree. */
function droppedFrom(seq: string): string[] {
  return [
    `CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT ${seq}::bigint AS below`,
    'DELETE FROM redress.history_event WHERE id IN (SELECT event_id FROM audit_log.leaf, kept WHERE seq >= below)',
    'DELETE FROM audit_log.leaf USING kept WHERE seq >= below',
    'DELETE FROM published.history_checkpoint USING kept WHERE size > below',
    'DROP TABLE kept',
  ];
}

/** Tampers, holds the history to what was published, and takes the tampering back. @returns what went unseen, by name. */
export async function tamperCampaign({ client, verifierKey, notes, tries, seed }: TamperPlan): Promise<string[]> {
  const random = seeded(seed);
  const unseen: string[] = [];
  await client.query('BEGIN');
  // A superuser's way around every trigger there is.
  await client.query("SET LOCAL session_replication_role = 'replica'");
  for (let number = 0; number < tries; number++) {
    const tampering = TAMPERINGS[number % TAMPERINGS.length];
    if (!tampering) throw new Error('There is nothing to try.');
    await client.query('SAVEPOINT whole');
    for (const statement of tampering.statements(random)) await client.query(statement);
    const held = await heldBy(client, verifierKey, notes);
    if (held.faultsInAll === 0) unseen.push(`try ${number}: ${tampering.name}`);
    await client.query('ROLLBACK TO SAVEPOINT whole');
  }
  await client.query('ROLLBACK');
  return unseen;
}

/** The history as it stands, through this connection. */
export function heldBy(client: pg.Client, verifierKey: string, notes: readonly string[]): Promise<HistoryHeld> {
  const rows = {
    query: async <T>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as T[],
  };
  return holdHistory(rows, { verifierKey, notes });
}

export const KINDS_OF_TAMPERING = TAMPERINGS.length;
