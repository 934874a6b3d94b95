import type { ByteSource } from './byte-source.js';

const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const END = Buffer.from('PK\x05\x06', 'latin1');
const LISTED = Buffer.from('PK\x01\x02', 'latin1');

/** Where the list of contents ends, and what is said of it there. */
export interface EndOfList {
  at: number;
  listBytes: number;
  entries: number;
}

/** The end that ends the file to the byte; null: there is none. */
export async function endOfList(source: ByteSource): Promise<EndOfList | null> {
  const { tail, from } = await tailOf(source);
  for (let at = tail.lastIndexOf(END); at !== -1; at = before(tail, at)) {
    if (at + END_BYTES > tail.length || tail.readUInt16LE(at + 20) !== tail.length - at - END_BYTES) continue;
    return { at: from + at, listBytes: tail.readUInt32LE(at + 12), entries: tail.readUInt16LE(at + 10) };
  }
  return null;
}

/**
 * Whether a program that opens archives would open this file as one: they look for the list of contents from the end
 * (APPNOTE 4.3.16), whatever the file begins with. @param strict only where it ends the file to the byte
 */
export async function zipAtTheEnd(source: ByteSource, strict = false): Promise<boolean> {
  const { tail, from } = await tailOf(source);
  for (let at = tail.lastIndexOf(END); at !== -1; at = before(tail, at)) {
    if (at + END_BYTES > tail.length) continue;
    const [listBytes, comment] = [tail.readUInt32LE(at + 12), tail.readUInt16LE(at + 20)];
    const rest = tail.length - at - END_BYTES;
    if (strict ? comment !== rest : comment > rest) continue;
    const listed = await source.read(Math.max(0, from + at - listBytes), LISTED.length);
    if (listBytes > 0 && listed.equals(LISTED)) return true;
  }
  return false;
}

async function tailOf(source: ByteSource): Promise<{ tail: Buffer; from: number }> {
  const from = Math.max(0, source.length - END_BYTES - MOST_COMMENT);
  return { tail: await source.read(from, END_BYTES + MOST_COMMENT), from };
}

function before(tail: Buffer, at: number): number {
  return at === 0 ? -1 : tail.lastIndexOf(END, at - 1);
}
