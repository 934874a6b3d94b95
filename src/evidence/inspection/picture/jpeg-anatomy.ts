import { type Cursor, WINDOW } from '../cursor.js';
import { holdsMarkup } from '../markup.js';
import { Misshapen } from '../misshapen.js';
import { addFrame, type Anatomy, emptyAnatomy, MOST_PIECES } from './anatomy.js';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isText = (marker: number): boolean => marker === COM || (marker >= 0xe0 && marker <= 0xef);

/** ITU T.81, annex B: segments up to the end of the image. @throws Misshapen without a frame */
export async function jpegAnatomy(cursor: Cursor): Promise<Anatomy> {
  const anatomy = emptyAnatomy(cursor.source.length);
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const marker = await nextMarker(cursor);
    if (marker === null) return cutShort(anatomy);
    if (marker === EOI) return whole(anatomy, cursor.at);
    if (marker === SOI || marker === 0x01 || isRestart(marker)) continue;
    if (!(await segment(cursor, marker, anatomy))) return cutShort(anatomy);
    if (marker === SOS && !(await pastScan(cursor))) return cutShort(anatomy);
  }
  throw new Misshapen();
}

async function segment(cursor: Cursor, marker: number, anatomy: Anatomy): Promise<boolean> {
  const head = await cursor.peek(7);
  if (head.length < 7) return false;
  const length = head.readUInt16BE(0);
  if (length < 2) throw new Misshapen();
  if (isFrame(marker)) addFrame(anatomy, head.readUInt16BE(5), head.readUInt16BE(3));
  if (isText(marker)) anatomy.marked ||= holdsMarkup(await cursor.peek(length));
  cursor.skip(length);
  return cursor.left > 0;
}

/** Decoders pass over bytes that stand where a marker should, and so do we. */
async function nextMarker(cursor: Cursor): Promise<number | null> {
  while (await toMarker(cursor)) {
    const marker = (await cursor.peek(2)).readUInt8(1);
    cursor.skip(marker === 0xff ? 1 : 2);
    if (marker !== 0xff && marker !== 0) return marker;
  }
  return null;
}

async function toMarker(cursor: Cursor): Promise<boolean> {
  return toNext(cursor, () => true);
}

/** From the entropy-coded data to the marker that ends it. */
async function pastScan(cursor: Cursor): Promise<boolean> {
  return toNext(cursor, (next) => next !== 0 && next !== 0xff && !isRestart(next));
}

/** To the next 0xFF whose following byte is of that kind. */
async function toNext(cursor: Cursor, is: (next: number) => boolean): Promise<boolean> {
  for (;;) {
    const window = await cursor.peek(Math.min(WINDOW, cursor.left));
    for (let at = window.indexOf(0xff); at !== -1 && at + 1 < window.length; at = window.indexOf(0xff, at + 1)) {
      if (!is(window.readUInt8(at + 1))) continue;
      cursor.skip(at);
      return true;
    }
    if (window.length >= cursor.left) {
      cursor.skip(window.length);
      return false;
    }
    // The last byte may be half of a marker.
    cursor.skip(window.length - 1);
  }
}

function cutShort(anatomy: Anatomy): Anatomy {
  return { ...whole(anatomy, anatomy.end), cut: true };
}

function whole(anatomy: Anatomy, end: number): Anatomy {
  if (anatomy.frames === 0 || anatomy.width === 0) throw new Misshapen();
  return { ...anatomy, frames: 1, framePixels: anatomy.width * anatomy.height, end };
}
