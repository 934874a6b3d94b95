import type { Entry, ZipFile } from 'yauzl';
import type { Patience } from '../patience.js';
import type { Unpacking } from './unpacking.js';

/** As much of an entry as says what it is. */
const HEAD = 64;

export interface UnpackedEntry {
  head: Buffer;
  bytes: number;
  /** All of it, where it was asked for and is not longer than asked for; null otherwise */
  whole: Buffer | null;
}

/**
 * Unpacks an entry to its end and keeps no more of it than asked for: what its list says of its length is not believed.
 * @throws RuleBroken archive-too-much (422); Error where it cannot be unpacked
 */
export async function unpackedEntry(
  zip: ZipFile,
  entry: Entry,
  { unpacking, patience, keep }: { unpacking: Unpacking; patience: Patience; keep: (head: Buffer) => number },
): Promise<UnpackedEntry> {
  const stream = await zip.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let [head, bytes, most] = [Buffer.alloc(0), 0, HEAD];
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      patience.check();
      bytes += chunk.length;
      unpacking.came(chunk.length, { inflated: bytes, packed: entry.compressedSize });
      if (head.length < HEAD) {
        head = Buffer.concat([head, chunk]).subarray(0, HEAD);
        most = keep(head);
      }
      if (bytes <= most) kept.push(chunk);
    }
  } finally {
    stream.destroy();
  }
  return { head, bytes, whole: bytes <= most ? Buffer.concat(kept) : null };
}
