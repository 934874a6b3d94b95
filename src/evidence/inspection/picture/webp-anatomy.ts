import type { Cursor } from '../cursor.js';
import { Misshapen } from '../misshapen.js';
import { addFrame, type Anatomy, emptyAnatomy, enlarge, MOST_PIECES } from './anatomy.js';

/** RFC 9649: chunks within the RIFF. @throws Misshapen */
export async function webpAnatomy(cursor: Cursor): Promise<Anatomy> {
  const { length: total } = cursor.source;
  const riffEnd = 8 + (await cursor.need(12)).readUInt32LE(4);
  const anatomy = { ...emptyAnatomy(Math.min(riffEnd, total)), cut: riffEnd > total };
  cursor.skip(12);
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const head = await cursor.peek(18);
    if (cursor.at + 8 > anatomy.end || head.length < 18) return framed(anatomy);
    const length = head.readUInt32LE(4);
    measure(head.toString('latin1', 0, 4), await cursor.peek(8 + 16), anatomy);
    cursor.skip(8 + length + (length % 2));
  }
  throw new Misshapen();
}

function measure(type: string, head: Buffer, anatomy: Anatomy): void {
  const uint24 = (at: number): number => head.readUIntLE(at, 3);
  if (type === 'VP8X') enlarge(anatomy, uint24(12) + 1, uint24(15) + 1);
  if (type === 'ANMF' && head.length >= 20) addFrame(anatomy, uint24(14) + 1, uint24(17) + 1);
  if (type === 'VP8L') {
    const bits = head.readUInt32LE(9);
    addStill(anatomy, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (type === 'VP8 ') addStill(anatomy, head.readUInt16LE(14) & 0x3fff, head.readUInt16LE(16) & 0x3fff);
}

function addStill(anatomy: Anatomy, width: number, height: number): void {
  if (width === 0 || height === 0) throw new Misshapen();
  addFrame(anatomy, width, height);
}

function framed(anatomy: Anatomy): Anatomy {
  if (anatomy.frames === 0) throw new Misshapen();
  return anatomy;
}
