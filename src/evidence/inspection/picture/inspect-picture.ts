import type { FileLimits } from '../../../platform/file-limits.js';
import type { FileNote } from '../../rules/file-notes.js';
import type { ByteSource } from '../byte-source.js';
import { Cursor } from '../cursor.js';
import { fileRefused } from '../file-refused.js';
import { hiddenFile } from '../hidden-file.js';
import { Misshapen } from '../misshapen.js';
import type { Patience } from '../patience.js';
import type { Anatomy } from './anatomy.js';
import { gifAnatomy } from './gif-anatomy.js';
import { heifAnatomy } from './heif-anatomy.js';
import { jpegAnatomy } from './jpeg-anatomy.js';
import { pngAnatomy } from './png-anatomy.js';
import { tiffAnatomy } from './tiff-anatomy.js';
import { webpAnatomy } from './webp-anatomy.js';

const MEGA = 1_000_000;

type Anatomist = (cursor: Cursor, limits: FileLimits) => Promise<Anatomy>;
const ANATOMISTS: Readonly<Record<string, Anatomist>> = {
  'image/jpeg': jpegAnatomy,
  'image/png': pngAnatomy,
  'image/apng': pngAnatomy,
  'image/gif': gifAnatomy,
  'image/webp': webpAnatomy,
  'image/tiff': (cursor, { mostFrames }) => tiffAnatomy(cursor, mostFrames),
  'image/heic': heifAnatomy,
  'image/heif': heifAnatomy,
  'image/avif': heifAnatomy,
  'image/heic-sequence': heifAnatomy,
  'image/heif-sequence': heifAnatomy,
};

/**
 * A picture by its own headers: how large it says it is, where it ends, what comes after. Nothing is decoded.
 * @throws RuleBroken picture-unreadable, picture-too-large, hides-another-file (422)
 */
export async function inspectPicture(
  source: ByteSource,
  mediaType: string,
  limits: FileLimits,
  patience: Patience,
): Promise<FileNote[]> {
  const anatomist = ANATOMISTS[mediaType];
  if (!anatomist) throw fileRefused('type-not-taken');
  const anatomy = await anatomist(new Cursor(source, patience), limits).catch((error: unknown) => {
    throw error instanceof Misshapen ? fileRefused('picture-unreadable') : error;
  });
  refuseFlood(anatomy, source.length, limits);
  if (anatomy.marked) throw fileRefused('hides-another-file', 'It has a web page in its texts.');
  const hidden = await hiddenFile(source, anatomy.end, limits, patience);
  if (hidden !== null) throw fileRefused('hides-another-file', `There is ${hidden} in it.`);
  const notes: FileNote[] = [];
  if (anatomy.cut) notes.push('cut-short');
  if (anatomy.end < source.length) notes.push('more-after-the-end');
  if (anatomy.width * anatomy.height > limits.mostMegapixels * MEGA) notes.push('many-points');
  return notes;
}

/**
 * More points than we decode are taken where there are bytes to go with them: telephones of today take photos of 200
 * megapixels in tens of megabytes. A flood claims them out of a few.
 */
function refuseFlood({ width, height, frames, framePixels }: Anatomy, bytes: number, limits: FileLimits): void {
  const points = width * height;
  const outOfProportion = points > limits.mostMegapixels * MEGA && points > bytes * limits.mostRatio;
  const tooMany = points > limits.mostKeptMegapixels * MEGA || framePixels > limits.mostFrameMegapixels * MEGA;
  if (outOfProportion || tooMany || frames > limits.mostFrames) throw fileRefused('picture-too-large');
}
