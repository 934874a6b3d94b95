import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { RuleBroken } from '../../platform/errors/rule-broken.js';

/** A record in a file: what it says, or undefined where it is no JSON. */
export interface RecordInFile {
  /** counting from 1: lines of JSON Lines, records of a JSON document */
  number: number;
  sent: unknown;
}

const MOST_BYTES = 268_435_456;

/**
 * The records of a file: one JSON document (a report, or a list of them) when its name ends in `.json`, else one JSON object
 * a line, read as a stream. @throws RuleBroken file-unreadable, file-too-large
 */
export async function* recordsInFile(path: string): AsyncGenerator<RecordInFile> {
  const size = await stat(path).then(
    (file) => file.size,
    () => null,
  );
  if (size === null)
    throw new RuleBroken('file-unreadable', `${path} cannot be read: check its name and your right to it.`);
  if (path.endsWith('.json')) yield* recordsInDocument(path, size);
  else yield* recordsInLines(path);
}

async function* recordsInDocument(path: string, size: number): AsyncGenerator<RecordInFile> {
  if (size > MOST_BYTES)
    throw new RuleBroken(
      'file-too-large',
      `${path} is too large to be read as one document: write one report a line, to a .jsonl file.`,
    );
  const sent = parsed(await readFile(path, 'utf8'));
  for (const [index, one] of (Array.isArray(sent) ? (sent as unknown[]) : [sent]).entries())
    yield { number: index + 1, sent: one };
}

async function* recordsInLines(path: string): AsyncGenerator<RecordInFile> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number++;
    if (line.trim() !== '') yield { number, sent: parsed(line) };
  }
}

/** A byte order mark counts as white space here. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim()) as unknown;
  } catch {
    return undefined;
  }
}
