import type { EntityManager } from 'typeorm';
import { MerkleTree } from '../log/merkle-tree.js';

/** Events of one place that were committed together, or in the same hour. */
export interface Waiting {
  id: string;
  jurisdictionId: string;
  eventIds: string[];
}

export interface Leaf {
  eventId: string;
  hash: Buffer;
}

/** One sealer at a time, whatever number of workers there is. */
export async function holdTree(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('audit_log'))`);
}

export async function grownTree(manager: EntityManager): Promise<MerkleTree> {
  const rows: { size: string; edge: Buffer }[] = await manager.query(
    'SELECT size, edge FROM published.history_checkpoint ORDER BY size DESC LIMIT 1',
  );
  return rows[0] ? MerkleTree.from(Number(rows[0].size), rows[0].edge) : MerkleTree.empty();
}

/** What may be sealed now, of at most about so many events. */
export async function dueToSeal(manager: EntityManager, now: Date, mostEvents: number): Promise<Waiting[]> {
  return manager.query(
    `SELECT id, "jurisdictionId", "eventIds"
       FROM (SELECT id, jurisdiction_id AS "jurisdictionId", event_ids AS "eventIds",
                    sum(cardinality(event_ids)) OVER (ORDER BY not_before, id) - cardinality(event_ids) AS before
               FROM audit_log.waiting WHERE not_before <= $1) AS due
      WHERE before < $2`,
    [now, mostEvents],
  );
}

export async function appendLeaves(manager: EntityManager, first: number, leaves: readonly Leaf[]): Promise<void> {
  await manager.query(
    `INSERT INTO audit_log.leaf (seq, event_id, hash)
     SELECT $1::bigint + added.place - 1, added.event_id, added.hash
       FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS added (event_id, hash, place)`,
    [first, leaves.map(({ eventId }) => eventId), leaves.map(({ hash }) => hash)],
  );
}

export async function forgetWaiting(manager: EntityManager, ids: string[]): Promise<void> {
  await manager.query('DELETE FROM audit_log.waiting WHERE id = ANY($1::uuid[])', [ids]);
}

export async function keepCheckpoint(
  manager: EntityManager,
  { tree, note, at }: { tree: MerkleTree; note: string; at: Date },
): Promise<void> {
  await manager.query(
    'INSERT INTO published.history_checkpoint (size, edge, note, sealed_at) VALUES ($1, $2, $3, $4)',
    [tree.size, tree.edgeBytes(), note, at],
  );
}
