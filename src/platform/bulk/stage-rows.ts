import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';

const PIECE = 256;

/** COPY into the session's own table: row-level security takes no COPY, and what is staged is not the case's yet. */
export async function stageRows(manager: EntityManager, table: string, lines: readonly string[]): Promise<void> {
  const client = (await manager.queryRunner?.connect()) as ClientBase | undefined;
  if (!client) throw new Error('stageRows needs the manager of a transaction.');
  await pipeline(Readable.from(pieces(lines)), client.query(from(`COPY ${table} FROM STDIN`)));
}

function* pieces(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += PIECE) yield Buffer.from(lines.slice(at, at + PIECE).join(''));
}
