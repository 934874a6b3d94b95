import type { Cursor } from '../cursor.js';
import { holdsMarkup } from '../markup.js';
import { Misshapen } from '../misshapen.js';
import { addFrame, type Anatomy, emptyAnatomy, enlarge, MOST_PIECES } from './anatomy.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;

const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** GIF89a: blocks up to the trailer. @throws Misshapen */
export async function gifAnatomy(cursor: Cursor): Promise<Anatomy> {
  const anatomy = emptyAnatomy(cursor.source.length);
  const header = await cursor.need(13);
  enlarge(anatomy, header.readUInt16LE(6), header.readUInt16LE(8));
  cursor.skip(13 + tableBytes(header.readUInt8(10)));
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const [kind] = await cursor.peek(1);
    if (kind === undefined) return cutShort(anatomy);
    // Some writers leave a zero between blocks.
    if (kind === TRAILER) return framed({ ...anatomy, end: cursor.at + 1 });
    if (kind !== 0 && kind !== EXTENSION && kind !== IMAGE) throw new Misshapen();
    if (!(await block(cursor, kind, anatomy))) return cutShort(anatomy);
  }
  throw new Misshapen();
}

async function block(cursor: Cursor, kind: number, anatomy: Anatomy): Promise<boolean> {
  cursor.skip(1);
  if (kind === EXTENSION) {
    const [label] = await cursor.peek(1);
    cursor.skip(1);
    return pastSubBlocks(cursor, label === COMMENT ? anatomy : null);
  }
  if (kind === IMAGE) {
    const descriptor = await cursor.peek(9);
    if (descriptor.length < 9) return false;
    addFrame(anatomy, descriptor.readUInt16LE(4), descriptor.readUInt16LE(6));
    // The code size stands before the blocks.
    cursor.skip(9 + tableBytes(descriptor.readUInt8(8)) + 1);
    return pastSubBlocks(cursor, null);
  }
  return true;
}

async function pastSubBlocks(cursor: Cursor, commented: Anatomy | null): Promise<boolean> {
  for (;;) {
    const [length] = await cursor.peek(1);
    if (length === undefined) return false;
    if (commented && length > 0) commented.marked ||= holdsMarkup(await cursor.peek(1 + length));
    cursor.skip(1 + length);
    if (length === 0) return true;
  }
}

function cutShort(anatomy: Anatomy): Anatomy {
  return framed({ ...anatomy, cut: true });
}

function framed(anatomy: Anatomy): Anatomy {
  if (anatomy.frames === 0 || anatomy.width === 0) throw new Misshapen();
  return anatomy;
}
