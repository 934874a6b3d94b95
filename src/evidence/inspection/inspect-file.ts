import type { FileLimits } from '../../platform/file-limits.js';
import { cleanName } from '../rules/file-name.js';
import type { FileNote } from '../rules/file-notes.js';
import { familiesDeclared, familyOf, familyOfName, namesItself } from '../rules/type-families.js';
import { inspectArchive } from './archive/inspect-archive.js';
import type { ByteSource } from './byte-source.js';
import { ARCHIVE, fileKind, HEAD_BYTES } from './file-kind.js';
import { fileRefused } from './file-refused.js';
import { inspectPdf } from './inspect-pdf.js';
import { inspectText } from './inspect-text.js';
import { Patience } from './patience.js';
import { inspectPicture } from './picture/inspect-picture.js';
import { inspectRecording } from './inspect-recording.js';

export interface SaidOfFile {
  /** What it was called where it came from */
  name?: string | undefined;
  /** What whoever sent it says it is: a media type */
  declaredType?: string | undefined;
}

export interface InspectedFile {
  mediaType: string;
  notes: FileNote[];
}

/**
 * Whether a file is taken, what it is, and what is to be known of it. Nothing is decoded or run; what it claims is found
 * out by reading. A file is refused for what it would do to who receives it, not for being odd: telephones write odd files.
 * @throws RuleBroken of file-refused.ts (422)
 */
export async function inspectFile(source: ByteSource, said: SaidOfFile, limits: FileLimits): Promise<InspectedFile> {
  const patience = new Patience(limits.mostSeconds);
  const kind = await fileKind(await source.read(0, HEAD_BYTES));
  const { mediaType, notes } = await byKind(source, kind, limits, patience);
  return { mediaType, notes: [...notes, ...agreement(mediaType, said)] };
}

async function byKind(
  source: ByteSource,
  mediaType: string,
  limits: FileLimits,
  patience: Patience,
): Promise<InspectedFile> {
  if (mediaType === ARCHIVE) return inspectArchive(source, limits, patience);
  if (mediaType === 'application/pdf') return { mediaType, notes: await inspectPdf(source, limits, patience) };
  if (mediaType === 'text/plain') return { mediaType, notes: await inspectText(source, patience) };
  if (mediaType.startsWith('image/'))
    return { mediaType, notes: await inspectPicture(source, mediaType, limits, patience) };
  return { mediaType, notes: await inspectRecording(source) };
}

/**
 * Content, name and declared type have to be of one family: a picture called a film, or a text called a picture, is not what
 * a telephone sends. Within a family (a WebP called .jpg) it is noted at most.
 * @throws RuleBroken name-disagrees, declared-type-disagrees (422)
 */
function agreement(mediaType: string, { name = '', declaredType = '' }: SaidOfFile): FileNote[] {
  const family = familyOf(mediaType);
  const cleaned = cleanName(name) ?? '';
  const named = familyOfName(cleaned);
  if (named !== null && named !== family) throw fileRefused('name-disagrees');
  const declared = familiesDeclared(declaredType);
  if (declared !== null && !declared.includes(family)) throw fileRefused('declared-type-disagrees');
  const notes: FileNote[] = cleaned === name ? [] : ['name-cleaned'];
  return namesItself(mediaType, cleaned) ? notes : [...notes, 'name-differs'];
}
