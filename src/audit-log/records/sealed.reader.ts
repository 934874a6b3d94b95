import type { EventWords } from '../log/event-words.js';

/** Anything that answers statements with rows: a transaction, or a plain connection of the superuser. */
export interface Rows {
  query<T>(sql: string, values?: unknown[]): Promise<T[]>;
}

export interface StoredLeaf {
  seq: string;
  hash: Buffer;
}

export interface StoredEvent {
  id: string;
  /** EventWords as JSON without blanks: what its leaf hashes */
  words: string;
  /** null: no leaf was made of it */
  seq: string | null;
  hash: Buffer | null;
}

export interface StoredCheckpoint {
  size: string;
  note: string;
}

const PAGE = 10_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The leaves in their order, a page at a time. */
export async function* leafPages(rows: Rows): AsyncGenerator<StoredLeaf[]> {
  for (let after: string | undefined = '-1'; after !== undefined;) {
    const page: StoredLeaf[] = await rows.query<StoredLeaf>(
      'SELECT seq, hash FROM audit_log.leaf WHERE seq > $1 ORDER BY seq LIMIT $2',
      [after, PAGE],
    );
    yield page;
    after = page.at(-1)?.seq;
  }
}

/** The events of every place with the leaves that were made of them, a page at a time. */
export async function* eventPages(rows: Rows): AsyncGenerator<StoredEvent[]> {
  for (const place of await places(rows)) {
    for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
      const page: StoredEvent[] = await events(rows, place, { ids: null, after });
      yield page;
      after = page.at(-1)?.id;
    }
  }
}

/** The events as they are to be sealed; some may not be there. From here on the transaction sees that place's rows. */
export async function eventsOf(rows: Rows, jurisdictionId: string, ids: string[]): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    found.push(...(await events(rows, jurisdictionId, { ids: ids.slice(at, at + PAGE), after: BEFORE_ALL })));
  }
  return found;
}

async function events(
  rows: Rows,
  jurisdictionId: string,
  { ids, after }: { ids: string[] | null; after: string },
): Promise<StoredEvent[]> {
  await rows.query(`SELECT set_config('redress.jurisdiction', $1, true)`, [jurisdictionId]);
  // Not a function of the database: who rewrites the history could rewrite that too.
  return rows.query<StoredEvent>(
    `SELECT e.id, to_json(ARRAY[e.jurisdiction_id::text, e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              e.actor_kind, e.actor_id::text, e.action, e.subject_kind, e.subject_id::text, e.complaint_id::text,
              e.details::text])::text AS words, l.seq, l.hash
       FROM (SELECT * FROM redress.history_event
              WHERE jurisdiction_id = $1 AND id > $2 AND ($3::uuid[] IS NULL OR id = ANY($3)) ORDER BY id LIMIT $4) AS e
       LEFT JOIN audit_log.leaf l ON l.event_id = e.id ORDER BY e.id`,
    [jurisdictionId, after, ids, PAGE],
  );
}

async function places(rows: Rows): Promise<string[]> {
  const found = await rows.query<{ id: string }>('SELECT id FROM redress.jurisdiction ORDER BY id');
  return found.map(({ id }) => id);
}

/** Ids of the events that still wait for their seal. */
export async function waitingIds(rows: Rows): Promise<Set<string>> {
  const waiting = await rows.query<{ id: string }>('SELECT DISTINCT unnest(event_ids) AS id FROM audit_log.waiting');
  return new Set(waiting.map(({ id }) => id));
}

export async function storedCheckpoints(rows: Rows): Promise<StoredCheckpoint[]> {
  return rows.query<StoredCheckpoint>('SELECT size, note FROM published.history_checkpoint ORDER BY size');
}

/** The last that was signed; null before the first. */
export async function newestCheckpoint(rows: Rows): Promise<StoredCheckpoint | null> {
  const newest = await rows.query<StoredCheckpoint>(
    'SELECT size, note FROM published.history_checkpoint ORDER BY size DESC LIMIT 1',
  );
  return newest[0] ?? null;
}

/** The place in the tree of an event, and what it says; null when it is not sealed. */
export async function sealedEvent(rows: Rows, eventId: string): Promise<{ words: EventWords; seq: number } | null> {
  for (const place of await places(rows)) {
    const [found] = await events(rows, place, { ids: [eventId], after: BEFORE_ALL });
    if (found)
      return found.seq === null ? null : { words: JSON.parse(found.words) as EventWords, seq: Number(found.seq) };
  }
  return null;
}
