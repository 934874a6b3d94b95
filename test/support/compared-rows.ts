import { DuckDBInstance } from '@duckdb/node-api';
import { expect } from '@jest/globals';
import { fetched } from './read-shelf.js';
import type { TestApp } from './test-app.js';

export type Row = Record<string, unknown>;

/** Every cell that is not the same, by its row and column. */
export function differences(one: readonly Row[], other: readonly Row[]): string[] {
  const cells = one.flatMap((row, at) =>
    Object.keys(row).flatMap((name) => (row[name] === (other[at]?.[name] ?? null) ? [] : [`${at} ${name}`])),
  );
  return one.length === other.length ? cells : [...cells, `${one.length} rows, not ${other.length}`];
}

/** Parquet as a reader over HTTP has it: the footer first, then what it says, in parts. */
export async function overHttp(
  redress: TestApp,
  url: string,
): Promise<{ byteLength: number; slice: (from: number, to?: number) => Promise<ArrayBuffer> }> {
  const head = await redress.app.inject({ method: 'HEAD', url });
  return {
    byteLength: Number(head.headers['content-length']),
    slice: async (from, to) => {
      const { status, bytes } = await fetched(redress, url, {
        range: `bytes=${from}-${to === undefined ? '' : to - 1}`,
      });
      expect(status).toBe(206);
      return new Uint8Array(bytes).buffer;
    },
  };
}

export async function byDuckDb(path: string): Promise<Row[]> {
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  const rows = (await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`)).getRowObjects();
  connection.closeSync();
  database.closeSync();
  return rows;
}
