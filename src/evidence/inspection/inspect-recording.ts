import type { FileNote } from '../rules/file-notes.js';
import type { ByteSource } from './byte-source.js';
import { fileRefused } from './file-refused.js';
import { zipAtTheEnd } from './zip-at-the-end.js';

/** Films and sound are not taken apart: they are long, and what plays them is not here. @throws RuleBroken hides-another-file (422) */
export async function inspectRecording(source: ByteSource): Promise<FileNote[]> {
  if (await zipAtTheEnd(source)) throw fileRefused('hides-another-file', 'There is an archive in it.');
  return [];
}
