import type { Cursor } from '../cursor.js';
import { Misshapen } from '../misshapen.js';
import { addFrame, type Anatomy, emptyAnatomy } from './anatomy.js';

const WIDTH = 256;
const HEIGHT = 257;
const SHORT = 3;
const ENTRY = 12;

/** TIFF 6.0: one directory for each page, each naming the next. @throws Misshapen, also of a chain that bites its tail */
export async function tiffAnatomy(cursor: Cursor, mostPages: number): Promise<Anatomy> {
  const anatomy = emptyAnatomy(cursor.source.length);
  const header = await cursor.need(8);
  const little = header.toString('latin1', 0, 2) === 'II';
  const u16 = (bytes: Buffer, at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (bytes: Buffer, at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  if (u16(header, 2) !== 42) throw new Misshapen();
  const seen = new Set<number>();
  for (let offset = u32(header, 4); offset !== 0 && anatomy.frames <= mostPages;) {
    if (seen.has(offset)) throw new Misshapen();
    seen.add(offset);
    cursor.at = offset;
    // A camera writes the directory last: cut short, the file has none.
    if (cursor.left < 2) return anatomy.frames > 0 ? { ...anatomy, cut: true } : misshapen();
    const count = u16(await cursor.need(2), 0);
    const directory = await cursor.need(2 + count * ENTRY + 4);
    const size = new Map<number, number>();
    for (let at = 2; at < 2 + count * ENTRY; at += ENTRY)
      size.set(u16(directory, at), u16(directory, at + 2) === SHORT ? u16(directory, at + 8) : u32(directory, at + 8));
    addFrame(anatomy, size.get(WIDTH) ?? misshapen(), size.get(HEIGHT) ?? misshapen());
    offset = u32(directory, 2 + count * ENTRY);
  }
  return anatomy.width === 0 ? misshapen() : anatomy;
}

function misshapen(): never {
  throw new Misshapen();
}
