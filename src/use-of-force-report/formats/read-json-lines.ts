import { jsonRecord } from './json-record.js';
import { readLines } from './read-lines.js';
import type { Records } from './sent-record.js';

/** A JSON value a line. A line at fault is its own matter: the others stand. */
export async function* readJsonLines(source: AsyncIterable<Uint8Array>): Records {
  for await (const lines of readLines(source))
    yield lines.flatMap(({ number, bytes }) => jsonRecord(number, bytes) ?? []);
}
