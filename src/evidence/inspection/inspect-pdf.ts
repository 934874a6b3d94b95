import type { FileLimits } from '../../platform/file-limits.js';
import type { FileNote } from '../rules/file-notes.js';
import type { ByteSource } from './byte-source.js';
import { Cursor, WINDOW } from './cursor.js';
import { fileRefused } from './file-refused.js';
import { holdsMarkup } from './markup.js';
import type { Patience } from './patience.js';
import { zipAtTheEnd } from './zip-at-the-end.js';

const END = Buffer.from('%%EOF');
/** Readers look for the end of a PDF, and its beginning, within so many bytes (ISO 32000, annex I). */
const REACH = 1_024;
const TAIL = 65_536;
const OVERLAP = 64;
/** Names in the file's objects. What is packed away in object streams is not seen: this is told, and decides nothing. */
const TOLD: readonly (readonly [RegExp, FileNote])[] = [
  [/\/(?:JavaScript|JS|Launch|RichMedia|XFA|SubmitForm|ImportData)\b/, 'active-content'],
  [/\/EmbeddedFiles?\b/, 'holds-files'],
  [/\/Encrypt\b/, 'locked'],
];

/**
 * A PDF is evidence whatever is in it: what it would do is noted, and it is shown inside no page. What is refused is a
 * PDF that is another file too. @throws RuleBroken hides-another-file (422)
 */
export async function inspectPdf(source: ByteSource, limits: FileLimits, patience: Patience): Promise<FileNote[]> {
  const cursor = new Cursor(source, patience);
  if (holdsMarkup(await cursor.peek(REACH))) throw fileRefused('hides-another-file', 'There is a web page in it.');
  if (await zipAtTheEnd(source, true)) throw fileRefused('hides-another-file', 'There is an archive in it.');
  const notes = new Set<FileNote>(await atTheEnd(source));
  const until = Math.min(source.length, limits.mostSearchedBytes);
  while (cursor.at < until) {
    const window = await cursor.peek(WINDOW);
    const text = unescaped(window.toString('latin1'));
    for (const [name, note] of TOLD) if (name.test(text)) notes.add(note);
    cursor.skip(window.length < WINDOW ? window.length : WINDOW - OVERLAP);
  }
  return [...notes];
}

async function atTheEnd(source: ByteSource): Promise<FileNote[]> {
  const tail = await source.read(Math.max(0, source.length - TAIL), TAIL);
  const at = tail.lastIndexOf(END);
  if (at === -1) return ['cut-short'];
  const rest = tail.subarray(at + END.length);
  if (holdsMarkup(rest)) throw fileRefused('hides-another-file', 'There is a web page in it.');
  return rest.toString('latin1').trim() === '' ? [] : ['more-after-the-end'];
}

/** A name may be written with its letters as numbers: /J#61vaScript (ISO 32000, 7.3.5). */
function unescaped(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
