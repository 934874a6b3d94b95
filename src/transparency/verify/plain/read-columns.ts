import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Numbers } from '../classes/numbers.js';
import { scanFile } from '../csv/scan-file.js';
import { Words } from '../csv/words.js';

/** A column of any CSV file: `words.text(codes[row])` is its cell. */
export interface PlainColumn {
  readonly name: string;
  readonly words: Words;
  readonly codes: Int32Array;
}

/** The file cannot be measured; the message says why, and how to mend it. */
export class MeasureRefused extends Error {
  constructor(
    readonly code: 'file-unreadable' | 'header-mismatch' | 'ragged-row',
    message: string,
  ) {
    super(message);
    this.name = 'MeasureRefused';
  }
}

/**
 * The named columns of a CSV file, gzipped or not, in the order of the names.
 * @param separator absent: what the header holds most of, of `;`, `,` and tab
 * @throws MeasureRefused
 */
export async function readColumns(
  path: string,
  names: readonly string[],
  separator?: string,
): Promise<readonly PlainColumn[]> {
  const between = separator ?? (await separatorOf(path));
  let header: readonly string[] = [];
  let line = 0;
  let columns: readonly { readonly at: number; readonly words: Words; readonly codes: Numbers }[] = [];
  const scan = scanFile(
    path,
    ({ bytes, starts, ends, hashes, cells }) => {
      if (++line === 1) {
        const text = (_: unknown, at: number) => Buffer.from(bytes.subarray(starts[at], ends[at])).toString();
        header = Array.from({ length: cells }, text).map((name) => name.replace(/^\ufeff/u, ''));
        columns = names.map((name) => ({ at: find(header, name), words: new Words(), codes: new Numbers() }));
      } else if (cells !== header.length)
        throw new MeasureRefused('ragged-row', `Line ${line} has ${cells} cells, the header ${header.length}.`);
      else
        for (const { at, words, codes } of columns) codes.push(words.code(bytes, starts[at]!, ends[at]!, hashes[at]!));
    },
    between,
  );
  const { failure } = await scan;
  if (failure !== null) throw new MeasureRefused('file-unreadable', failure);
  if (line === 0) throw new MeasureRefused('header-mismatch', 'The file is empty: it has no header.');
  return columns.map(({ words, codes }, i) => ({ name: names[i]!, words, codes: codes.list }));
}

function find(header: readonly string[], name: string): number {
  const at = header.indexOf(name);
  if (at < 0)
    throw new MeasureRefused('header-mismatch', `There is no column "${name}"; there are ${header.join(', ')}.`);
  return at;
}

async function separatorOf(path: string): Promise<string> {
  const start = await startOf(path).catch((error: unknown) => {
    throw new MeasureRefused('file-unreadable', String(error));
  });
  const header = start.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => [mark, header.split(mark).length] as const);
  return counts.reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

const START = 1 << 16;

async function startOf(path: string): Promise<string> {
  if (path.endsWith('.gz')) {
    for await (const piece of createReadStream(path).pipe(createGunzip())) return String(piece);
    return '';
  }
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(START) });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Every line of a small file of separated values as text. @throws MeasureRefused */
export async function readTextLines(path: string): Promise<readonly (readonly string[])[]> {
  const lines: string[][] = [];
  const { failure } = await scanFile(
    path,
    ({ bytes, starts, ends, cells }) => {
      const text = (_: unknown, at: number) => Buffer.from(bytes.subarray(starts[at], ends[at])).toString();
      lines.push(Array.from({ length: cells }, text).map((word) => word.replace(/^\ufeff/u, '')));
    },
    await separatorOf(path),
  );
  if (failure !== null) throw new MeasureRefused('file-unreadable', failure);
  return lines;
}
