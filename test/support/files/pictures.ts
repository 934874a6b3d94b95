import sharp, { type Sharp } from 'sharp';
import { crc32, deflateSync } from 'node:zlib';

/** A photograph of nothing: noise, so that it packs as badly as one. */
export function photo(width = 64, height = 48): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: '#446', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  });
}

export const jpeg = (): Promise<Buffer> => photo().jpeg().toBuffer();
export const png = (): Promise<Buffer> => photo().png().toBuffer();
export const gif = (): Promise<Buffer> => photo().gif().toBuffer();
export const webp = (): Promise<Buffer> => photo().webp().toBuffer();
export const tiff = (): Promise<Buffer> => photo().tiff().toBuffer();

/** A JPEG with one more segment after its beginning. */
export function withSegment(file: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), head, content, file.subarray(2)]);
}

/** The same JPEG, saying of itself that it is so large. */
export function resized(file: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(file);
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker !== 0xc0 && marker !== 0xc2) continue;
    bytes.writeUInt16BE(height, at + 5);
    bytes.writeUInt16BE(width, at + 7);
    return bytes;
  }
  throw new Error('no frame');
}

export function pngChunk(type: string, content: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(content)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const uint32 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, each] of numbers.entries()) bytes.writeUInt32BE(each, at * 4);
  return bytes;
};

export const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG that claims to be so large, with a few bytes behind it; more chunks before them. */
export function pngOf(width: number, height: number, ...more: Buffer[]): Buffer {
  const header = Buffer.concat([uint32(width, height), Buffer.from([8, 0, 0, 0, 0])]);
  const data = pngChunk('IDAT', deflateSync(Buffer.alloc(1_000)));
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', header), ...more, data, pngChunk('IEND', '')]);
}

/** So many frames of that size, as APNG tells of them. */
export function apngOf(frames: number, width: number, height: number): Buffer {
  const control = (number: number) =>
    pngChunk('fcTL', Buffer.concat([uint32(number, width, height), Buffer.alloc(14)]));
  const many = Array.from({ length: frames }, (_, number) => control(number));
  return pngOf(width, height, pngChunk('acTL', uint32(frames, 0)), ...many);
}

/** A GIF of so many frames of that size, each of a byte. */
export function gifOf(width: number, height: number, frames = 1, comment = ''): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width);
  size.writeUInt16LE(height, 2);
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), size, Buffer.from([0, 2, 1, 0x4c, 0])]);
  const said = comment ? [Buffer.from([0x21, 0xfe, comment.length]), Buffer.from(comment), Buffer.from([0])] : [];
  const palette = Buffer.from([0, 0, 0, 255, 255, 255]);
  const head = Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0x80, 0, 0]), palette]);
  return Buffer.concat([head, ...said, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

/** A TIFF of so many pages of that size; `loop`: the last names the first. */
export function tiffOf(width: number, height: number, pages = 1, loop = false): Buffer {
  const page = 2 + 2 * 12 + 4;
  const bytes = Buffer.alloc(8 + page * pages);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let at = 8, number = 1; number <= pages; number++, at += page) {
    bytes.writeUInt16LE(2, at);
    for (const [entry, [tag, value]] of [[256, width] as const, [257, height] as const].entries()) {
      bytes.writeUInt16LE(tag, at + 2 + entry * 12);
      bytes.writeUInt16LE(4, at + 4 + entry * 12);
      bytes.writeUInt32LE(1, at + 6 + entry * 12);
      bytes.writeUInt32LE(value, at + 10 + entry * 12);
    }
    bytes.writeUInt32LE(number < pages ? at + page : loop ? 8 : 0, at + page - 4);
  }
  return bytes;
}

/** As a camera writes it: the picture first, its directory last. */
export function tiffWithEnd(width: number, height: number): Buffer {
  const directory = tiffOf(width, height);
  const head = directory.subarray(0, 8);
  head.writeUInt32LE(200_008, 4);
  return Buffer.concat([head, Buffer.alloc(200_000, 0x5a), directory.subarray(8)]);
}

export function box(type: string, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((each) => Buffer.from(each)));
  return Buffer.concat([uint32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

/** As an iPhone writes it: brand, properties with the picture's size, data. */
export function heicOf(width: number, height: number, brand = 'heic'): Buffer {
  const size = box('ispe', uint32(0, width, height));
  const properties = box('iprp', box('ipco', box('ispe', uint32(0, 512, 512)), size));
  const head = box('ftyp', brand, uint32(0), `mif1${brand}`);
  return Buffer.concat([
    head,
    box('meta', uint32(0), box('pitm', uint32(0, 1)), properties),
    box('mdat', Buffer.alloc(4_000, 7)),
  ]);
}

/** A WebP in the extended form, of that size. */
export function webpOf(width: number, height: number): Buffer {
  const canvas = Buffer.alloc(10);
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const still = Buffer.from('0000009d012a010001000000000000000000', 'hex');
  const chunk = (type: string, content: Buffer) =>
    Buffer.concat([Buffer.from(type), lengthLE(content.length), content, Buffer.alloc(content.length % 2)]);
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', canvas), chunk('VP8 ', still)]);
  return Buffer.concat([Buffer.from('RIFF'), lengthLE(body.length), body]);
}

function lengthLE(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
}
