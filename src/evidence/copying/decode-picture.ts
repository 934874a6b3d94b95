import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

/**
 * The process that decodes pictures, and does nothing else: it has no key, no database and no settings, and may be killed.
 * What comes in on standard input goes out on standard output as a JPEG of the points alone.
 */
export interface Decoding {
  /** Of libvips, the one that may be used */
  loader: string;
  mostPoints: number;
  longestSide: number;
  seconds: number;
}

const QUALITY = 88;

const { loader, mostPoints, longestSide, seconds } = JSON.parse(process.argv[2] ?? '{}') as Decoding;
sharp.cache(false);
sharp.concurrency(1);
// A library opens what it is given by what it finds in it: all its doors are shut but the one for this kind of picture.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: [loader] });

const picture = await buffer(process.stdin);
const copy = await sharp(picture, { limitInputPixels: mostPoints, failOn: 'error', pages: 1 })
  .autoOrient()
  .timeout({ seconds })
  .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
  .flatten({ background: 'white' })
  // Colours are turned into those of every screen, and nothing that the camera wrote goes along: sharp keeps none unless asked.
  .toColourspace('srgb')
  .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
  .toBuffer();
process.stdout.write(copy);
