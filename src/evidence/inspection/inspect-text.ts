import type { FileNote } from '../rules/file-notes.js';
import { UNTEXTUAL } from '../rules/allowed-types.js';
import { Cursor, WINDOW } from './cursor.js';
import type { ByteSource } from './byte-source.js';
import { fileRefused } from './file-refused.js';
import { holdsMarkup, opensAsMarkup, SNIFFED } from './markup.js';
import type { Patience } from './patience.js';

/**
 * Whether a file without a signature is text all through: UTF-8, no NUL, no page and no program in disguise.
 * @throws RuleBroken text-unreadable, markup-in-text (422)
 */
export async function inspectText(source: ByteSource, patience: Patience): Promise<FileNote[]> {
  const cursor = new Cursor(source, patience);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const beginning = await cursor.peek(2 * SNIFFED);
  if (opensAsMarkup(beginning.toString('utf8'))) throw fileRefused('markup-in-text');
  let marked = false;
  while (cursor.left > 0) {
    const window = await cursor.peek(WINDOW);
    if (UNTEXTUAL.test(decoded(decoder, window, window.length < cursor.left))) throw fileRefused('text-unreadable');
    marked ||= holdsMarkup(window);
    cursor.skip(window.length);
  }
  return marked ? ['markup-inside'] : [];
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw fileRefused('text-unreadable');
  }
}
