import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The lines of a file, some hundreds at a time, unpacked where its name says that it is packed. */
export async function* linesOf(path: string): AsyncGenerator<readonly string[]> {
  const raw = createReadStream(path, { highWaterMark: 1 << 16 });
  // Who reads what comes out is told of a fault on either side.
  const text: Readable = path.endsWith('.gz') ? pipeline(raw, createGunzip(), () => undefined) : raw;
  text.setEncoding('utf8');
  let rest = '';
  for await (const piece of text as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}
