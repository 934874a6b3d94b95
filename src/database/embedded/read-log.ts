import { readFile, stat } from 'node:fs/promises';

/** @returns the log's length in bytes, to read from there later; 0 when there is no log. */
export async function logLength(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

/** @returns the last lines written to the log after that length. */
export async function readLogTail(file: string, after: number): Promise<string> {
  const written = await readFile(file).catch(() => Buffer.alloc(0));
  return written.subarray(after).toString('utf8').trimEnd().split('\n').slice(-20).join('\n');
}
