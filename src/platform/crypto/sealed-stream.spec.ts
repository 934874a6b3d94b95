import { describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type FileSeal, SealStream, UnsealStream } from './sealed-stream.js';
import { SealBroken } from './seal.js';

const FRAME = 64 * 1024;
const SEALED = FRAME + 16;
const own: FileSeal = { key: randomBytes(32), place: 'riverton|E-1' };
const pieces = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
const sealed = (plain: Buffer, seal = own, size = 65_536): Promise<Buffer> =>
  buffer(Readable.from(pieces(plain, size)).pipe(new SealStream(seal)));
const opened = (bytes: Buffer, seal = own, size = 65_536): Promise<Buffer> =>
  buffer(Readable.from(pieces(bytes, size)).pipe(new UnsealStream(seal)));

describe('a sealed file', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 77])(
    'of %d bytes opens as it was',
    async (size) => {
      const plain = randomBytes(size);
      for (const piece of [1_000, 65_536, 2 * FRAME]) {
        const bytes = await sealed(plain, own, piece);
        expect((await opened(bytes, own, piece + 13)).equals(plain)).toBe(true);
      }
    },
  );

  it('shows nothing of what is in it', async () => {
    const bytes = await sealed(Buffer.from('the badge number was 4417'.repeat(100)));
    expect(bytes.includes('4417')).toBe(false);
  });

  // ASVS 5.0: V11.3.3
  it('is refused with one bit flipped, wherever it is', async () => {
    const bytes = await sealed(randomBytes(2 * FRAME + 500));
    for (const at of [0, 3, 4, 5, SEALED, SEALED + 4, 2 * SEALED, bytes.length - 17, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      await expect(opened(altered)).rejects.toBeInstanceOf(SealBroken);
    }
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off after a whole frame', (bytes) => bytes.subarray(0, SEALED)],
    ['cut off within a frame', (bytes) => bytes.subarray(0, bytes.length - 3)],
    [
      'with its frames in another order',
      (bytes) =>
        Buffer.concat([bytes.subarray(SEALED, 2 * SEALED), bytes.subarray(0, SEALED), bytes.subarray(2 * SEALED)]),
    ],
    ['with a frame left out', (bytes) => bytes.subarray(SEALED)],
    ['with something behind it', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['that is empty', () => Buffer.alloc(0)],
  ])('is refused %s', async (_, change) => {
    const bytes = await sealed(randomBytes(2 * FRAME + 500));
    await expect(opened(change(bytes))).rejects.toBeInstanceOf(SealBroken);
  });

  it.each([4, 8, 12, 13, 14, 15])('of no bytes is refused with only %d bytes of its seal', async (length) => {
    const bytes = await sealed(Buffer.alloc(0));
    await expect(opened(bytes.subarray(0, length))).rejects.toBeInstanceOf(SealBroken);
  });

  it('never uses a nonce twice: frames of the same text look different', async () => {
    const bytes = await sealed(Buffer.alloc(2 * FRAME));
    expect(bytes.subarray(0, FRAME).equals(bytes.subarray(SEALED, SEALED + FRAME))).toBe(false);
  });

  it('has the form in which files are stored already', async () => {
    const bytes = await sealed(Buffer.alloc(FRAME + 5, 'a'), { key: Buffer.alloc(32, 7), place: 'riverton|E-1' });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      'c6d42426a59a1e155a9d84c32cdb9f3c5f83cc74c545e509f0039d73c4d7ecea',
    );
  });

  it('is refused in another place, and under another key', async () => {
    const bytes = await sealed(randomBytes(1_000));
    await expect(opened(bytes, { ...own, place: 'riverton|E-2' })).rejects.toBeInstanceOf(SealBroken);
    await expect(opened(bytes, { ...own, key: randomBytes(32) })).rejects.toBeInstanceOf(SealBroken);
  });
});
