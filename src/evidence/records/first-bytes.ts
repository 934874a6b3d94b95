import type { Readable } from 'node:stream';

export interface Looked {
  /** The first bytes, as many as were asked for or there are */
  readonly head: Buffer;
  /** All of it, from the first byte */
  readonly whole: AsyncIterable<Buffer>;
}

/** Looks at the beginning of a stream without taking it away from whoever reads on. */
export async function firstBytes(stream: Readable, bytes: number): Promise<Looked> {
  // A failure between two reads is found by the next one; nobody else is to be told.
  stream.on('error', () => undefined);
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const seen: Buffer[] = [];
  let length = 0;
  while (length < bytes) {
    const next = await chunks.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(seen).subarray(0, bytes), whole: continued(seen, chunks) };
}

async function* continued(seen: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* seen;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
