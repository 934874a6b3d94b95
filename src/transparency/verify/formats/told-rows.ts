import { createHash } from 'node:crypto';
import { readRows } from '../read-rows.js';

/** What a file says, row by row, whatever it is written in: equal when another file says the same. */
export interface Told {
  readonly sha256: string;
  /** A short hash of each row: to find where two files part, four bytes a row. */
  readonly hashes: Int32Array;
  readonly rows: number;
}

/** Without its header. */
export async function toldByCsv(path: string): Promise<Told> {
  const telling = new Telling();
  await readRows(path, (cells, line) => {
    if (line > 1) telling.row(cells);
  });
  return telling.told;
}

/** One object a line, with every column and no other member; what is not so is told as it is, and equals nothing. */
export async function toldByJson(
  lines: AsyncIterable<readonly string[]>,
  columns: readonly { readonly name: string }[],
): Promise<Told> {
  const telling = new Telling();
  const names = columns.map(({ name }) => name);
  const types = columns.map((column) => ('type' in column ? String(column.type) : 'text'));
  try {
    for await (const some of lines) for (const line of some) telling.row(cellsOf(line, names, types));
  } catch {
    telling.row(['\u0000 cannot be read']);
  }
  return telling.told;
}

const UNTYPED = '\u0000 of another type';
const KINDS: Readonly<Record<string, string>> = { boolean: 'boolean', integer: 'number' };

function cellsOf(line: string, names: readonly string[], types: readonly string[]): string[] {
  const row = parsed(line);
  if (row === null || Object.keys(row).length !== names.length) return ['\u0000 no such row'];
  return names.map((name, at) => {
    const value = row[name];
    if (value === null) return '';
    // An empty text would be null; a number in quotes is no number.
    if (typeof value !== (KINDS[types[at]!] ?? 'string') || value === '') return UNTYPED;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

class Telling {
  private readonly hash = createHash('sha256');
  private hashes = new Int32Array(1 << 10);
  private rows = 0;

  row(cells: readonly string[]): void {
    const text = JSON.stringify(cells);
    this.hash.update(text);
    if (this.rows === this.hashes.length) {
      const wider = new Int32Array(this.rows * 2);
      wider.set(this.hashes);
      this.hashes = wider;
    }
    this.hashes[this.rows++] = shortHash(text);
  }

  get told(): Told {
    return { sha256: this.hash.digest('hex'), hashes: this.hashes, rows: this.rows };
  }
}

/** FNV-1a. */
function shortHash(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
