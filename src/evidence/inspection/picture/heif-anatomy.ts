import type { Cursor } from '../cursor.js';
import { Misshapen } from '../misshapen.js';
import { type Anatomy, emptyAnatomy, enlarge, MOST_PIECES } from './anatomy.js';

/** What stands before the picture data: a few kilobytes in what telephones write. */
const MOST_META = 4 * 2 ** 20;
/** Properties stand two boxes down. */
const HOLDERS: readonly string[] = ['iprp', 'ipco'];

interface Box {
  type: string;
  /** Of its head */
  head: number;
  size: number;
}

/** HEIC, HEIF and AVIF (ISO 14496-12 boxes; 23008-12 `ispe` says how large). @throws Misshapen */
export async function heifAnatomy(cursor: Cursor): Promise<Anatomy> {
  const anatomy = emptyAnatomy(cursor.source.length);
  let moving = false;
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const box = boxIn(await cursor.peek(16), cursor.left);
    if (box === null) return found({ ...anatomy, end: cursor.at }, moving);
    if (box.size > cursor.left) return found({ ...anatomy, cut: true }, moving);
    if (box.type === 'moov') moving = true;
    if (box.type === 'meta') {
      if (box.size > MOST_META) throw new Misshapen();
      measure((await cursor.need(box.size)).subarray(box.head + 4), anatomy, HOLDERS);
    }
    cursor.skip(box.size);
  }
  throw new Misshapen();
}

/** Null: no box begins here; it is the end, or something else follows. */
function boxIn(head: Buffer, left: number): Box | null {
  if (head.length < 8) return null;
  const type = head.toString('latin1', 4, 8);
  if (!/^[\w ©-]{4}$/.test(type)) return null;
  const size = head.readUInt32BE(0);
  if (size === 0) return { type, head: 8, size: left };
  if (size === 1) return head.length < 16 ? null : { type, head: 16, size: Number(head.readBigUInt64BE(8)) };
  return size < 8 ? null : { type, head: 8, size };
}

function measure(boxes: Buffer, anatomy: Anatomy, [holder, ...deeper]: readonly string[]): void {
  for (let at = 0; at + 8 <= boxes.length;) {
    const box = boxIn(boxes.subarray(at, at + 16), boxes.length - at);
    if (box === null || box.size < box.head) throw new Misshapen();
    const inside = boxes.subarray(at + box.head, at + box.size);
    if (box.type === holder) measure(inside, anatomy, deeper);
    if (box.type === 'ispe' && inside.length >= 12) enlarge(anatomy, inside.readUInt32BE(4), inside.readUInt32BE(8));
    at += box.size;
  }
}

/** A sequence says its size elsewhere; it is never decoded here. */
function found(anatomy: Anatomy, moving: boolean): Anatomy {
  if (anatomy.width === 0 && !moving) throw new Misshapen();
  return { ...anatomy, frames: 1, framePixels: anatomy.width * anatomy.height };
}
