import { bytesInMemory } from '../inspection/byte-source.js';
import { Cursor } from '../inspection/cursor.js';
import { Misshapen } from '../inspection/misshapen.js';
import { Patience } from '../inspection/patience.js';
import { jpegAnatomy } from '../inspection/picture/jpeg-anatomy.js';

/** JFIF's own head, which says nothing but the shape of a point, and what decoding needs: tables, frame, scan. */
const BARE: readonly number[] = [0xe0, 0xdb, 0xc4, 0xc0, 0xc2, 0xdd];
const JFIF_BYTES = 16;
const SOS = 0xda;

/**
 * The size of a JPEG that is nothing but a picture. Whoever makes copies is not believed that they hold no more.
 * @throws Misshapen where it has a segment for anything else, or goes on after its end
 */
export async function bareJpeg(copy: Buffer): Promise<{ width: number; height: number }> {
  const { width, height, end, cut } = await jpegAnatomy(new Cursor(bytesInMemory(copy), new Patience(10)));
  if (cut || end !== copy.length) throw new Misshapen();
  for (let at = 2; at + 4 <= copy.length;) {
    const [marker, length] = [copy.readUInt8(at + 1), copy.readUInt16BE(at + 2)];
    if (copy.readUInt8(at) !== 0xff) throw new Misshapen();
    if (marker === SOS) return { width, height };
    if (!BARE.includes(marker) || (marker === 0xe0 && length !== JFIF_BYTES)) throw new Misshapen();
    at += 2 + length;
  }
  throw new Misshapen();
}
