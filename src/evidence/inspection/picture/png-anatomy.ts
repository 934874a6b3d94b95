import type { Cursor } from '../cursor.js';
import { holdsMarkup } from '../markup.js';
import { Misshapen } from '../misshapen.js';
import { addFrame, type Anatomy, emptyAnatomy, enlarge, MOST_PIECES } from './anatomy.js';

const TEXTS = ['tEXt', 'iTXt', 'zTXt', 'eXIf'];

/** PNG (ISO 15948), APNG: chunks from IHDR to IEND. @throws Misshapen */
export async function pngAnatomy(cursor: Cursor): Promise<Anatomy> {
  const anatomy = emptyAnatomy(cursor.source.length);
  const header = await cursor.need(8 + 8 + 13);
  if (header.toString('latin1', 12, 16) !== 'IHDR' || header.readUInt32BE(8) !== 13) throw new Misshapen();
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  if (width === 0 || height === 0) throw new Misshapen();
  enlarge(anatomy, width, height);
  cursor.skip(8);
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const head = await cursor.peek(8);
    if (head.length < 8) return still({ ...anatomy, cut: true });
    const [length, type] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)];
    if (!/^[A-Za-z]{4}$/.test(type)) throw new Misshapen();
    if (type === 'IEND') return still({ ...anatomy, end: Math.min(cursor.at + 12, cursor.source.length) });
    if (length + 12 > cursor.left) return still({ ...anatomy, cut: true });
    await chunk(cursor, { length, type }, anatomy);
    cursor.skip(length + 12);
  }
  throw new Misshapen();
}

async function chunk(cursor: Cursor, { length, type }: { length: number; type: string }, anatomy: Anatomy) {
  if (TEXTS.includes(type)) anatomy.marked ||= holdsMarkup(await cursor.peek(8 + Math.min(length, 65_536)));
  if (type !== 'fcTL' || length < 12) return;
  const control = await cursor.need(8 + 12);
  addFrame(anatomy, control.readUInt32BE(12), control.readUInt32BE(16));
}

/** A picture that does not move is one frame. */
function still(anatomy: Anatomy): Anatomy {
  if (anatomy.frames > 0) return anatomy;
  return { ...anatomy, frames: 1, framePixels: anatomy.width * anatomy.height };
}
