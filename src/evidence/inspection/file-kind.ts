import { ALLOWED_TYPES, looksLikeText } from '../rules/allowed-types.js';
import { fileRefused } from './file-refused.js';
import { opensAsMarkup } from './markup.js';

/** As many bytes as the signatures need. */
export const HEAD_BYTES = 65_536;
/** Documents are archives; what is in them says which. */
export const ARCHIVE = 'application/zip';

/** What a file is, by its first bytes and not by its name. @throws RuleBroken empty-file, type-not-taken, markup-in-text, text-unreadable (422) */
export async function fileKind(head: Buffer): Promise<string> {
  if (head.length === 0) throw fileRefused('empty-file');
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return ARCHIVE;
  // Scanners put a mark or a blank line before it, and readers pass over that.
  if (/^(?:\xef\xbb\xbf)?\s{0,16}%PDF-\d/.test(head.toString('latin1', 0, 64))) return 'application/pdf';
  const { fileTypeFromBuffer } = await import('file-type');
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
  if (found === undefined) return signedKind(head) ?? textKind(head);
  if (ALLOWED_TYPES.includes(found)) return found;
  if (opensAsMarkup(head.toString('utf8', 0, 4_096))) throw fileRefused('markup-in-text');
  throw fileRefused('type-not-taken', `By its first bytes this is ${found}.`);
}

/** What says what it is further on than we look: a camera's TIFF has its directory last, a PNG may have much before its picture. */
const SIGNED: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n\x1a\n\0\0\0\rIHDR/, 'image/png'],
  [/^(?:II\*\0|MM\0\*)/, 'image/tiff'],
  [/^ID3[\x02-\x04]\0/, 'audio/mpeg'],
];

function signedKind(head: Buffer): string | null {
  const beginning = head.toString('latin1', 0, 16);
  return SIGNED.find(([signature]) => signature.test(beginning))?.[1] ?? null;
}

function textKind(head: Buffer): string {
  if (looksLikeText(head)) return 'text/plain';
  if (/[\u0080-\u00ff]/.test(head.toString('latin1')) && !head.includes(0) && mostlyWords(head))
    throw fileRefused('text-unreadable');
  throw fileRefused('type-not-taken');
}

/** A text in the encoding of another time: whoever sends it can be told what to do. */
function mostlyWords(head: Buffer): boolean {
  const sample = head.toString('latin1', 0, 4_096);
  return (sample.match(/[\t\n\r\x20-\x7e\xa0-\xff]/g)?.length ?? 0) > sample.length * 0.97;
}
