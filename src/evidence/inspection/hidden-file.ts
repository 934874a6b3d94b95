import type { FileLimits } from '../../platform/file-limits.js';
import type { ByteSource } from './byte-source.js';
import { Cursor, WINDOW } from './cursor.js';
import { holdsMarkup } from './markup.js';
import type { Patience } from './patience.js';
import { zipAtTheEnd } from './zip-at-the-end.js';

/** Long enough that films and pictures, which telephones add to a photo, do not hold them by chance. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/%PDF-\d/, 'a PDF'],
  [/Rar!\x1a\x07/, 'an archive'],
  [/7z\xbc\xaf\x27\x1c/, 'an archive'],
  [/\x7fELF[\x01\x02][\x01\x02]\x01/, 'a program'],
  [/This program cannot be run in DOS mode/, 'a program'],
];
/** What a shell or a browser takes for the beginning of a program. */
const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^[\s\0]*(?:MZ|#!|\*\/)/, 'a program'],
  [/^[\s\0]*PK\x03\x04/, 'an archive'],
];
/** A signature may lie across two windows. */
const OVERLAP = 64;

/** What is hidden behind the end of a file, said for a message; null: nothing that we know to do harm. */
export async function hiddenFile(
  source: ByteSource,
  from: number,
  { mostSearchedBytes }: FileLimits,
  patience: Patience,
): Promise<string | null> {
  if (await zipAtTheEnd(source)) return 'an archive';
  const cursor = new Cursor(source, patience);
  cursor.at = from;
  const opening = named(OPENINGS, await cursor.peek(1_024));
  if (opening !== null) return opening;
  const until = Math.min(source.length, from + mostSearchedBytes);
  while (cursor.at < until) {
    const window = await cursor.peek(WINDOW);
    const found = named(SIGNATURES, window) ?? (holdsMarkup(window) ? 'a web page' : null);
    if (found !== null) return found;
    if (window.length <= OVERLAP) return null;
    cursor.skip(window.length < WINDOW ? window.length : WINDOW - OVERLAP);
  }
  return null;
}

function named(kinds: typeof SIGNATURES, bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  return kinds.find(([signature]) => signature.test(text))?.[1] ?? null;
}
