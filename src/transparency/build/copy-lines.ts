import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import type { Cell } from './row-source.js';

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Streams a query's rows through COPY: no row becomes an object, and memory does not grow with the rows. */
export async function copyLines(
  client: ClientBase,
  query: string,
  onRow: (cells: readonly Cell[]) => void,
): Promise<void> {
  const stream = client.query(to(`COPY (${query}) TO STDOUT`));
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onRow(line.includes('\\') ? line.split('\t').map(cellOf) : line.split('\t'));
  }
}

function cellOf(text: string): Cell {
  if (!text.includes('\\')) return text;
  if (text === '\\N') return null;
  return text.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}
