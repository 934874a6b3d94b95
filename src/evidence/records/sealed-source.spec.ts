import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SealStream } from '../../platform/crypto/index.js';
import type { ObjectStore, StoredPart } from '../../platform/storage/object-store.js';
import { SealedSource } from './sealed-source.js';

const seal = { key: randomBytes(32), place: 'riverton|file|1' };
const stored = (plain: Buffer): Promise<Buffer> => buffer(Readable.from([plain]).pipe(new SealStream(seal)));
const sourceOf = (sealed: Buffer, length: number): SealedSource => {
  const get = (_: string, part?: StoredPart) =>
    Promise.resolve(Readable.from([sealed.subarray(part?.from, part && part.from + part.bytes)]));
  return new SealedSource({ get } as unknown as ObjectStore, { objectKey: '1', seal }, length);
};

describe('a sealed file that is read here and there', () => {
  it.each([1, 65_535, 65_536, 65_537, 262_144, 262_145, 1_000_003])(
    'of %d bytes says what it holds',
    async (length) => {
      const plain = randomBytes(length);
      const source = sourceOf(await stored(plain), length);
      const places = [0, 1, 65_530, 262_140, length - 1, length - 70_000, length, length + 9].filter((at) => at >= 0);
      for (const at of places)
        for (const bytes of [1, 20, 65_536, 300_000])
          expect((await source.read(at, bytes)).equals(plain.subarray(at, at + bytes))).toBe(true);
    },
  );

  it('gives out no byte that is not genuine, nor one of another place', async () => {
    const sealed = await stored(randomBytes(500_000));
    const altered = Buffer.from(sealed);
    altered[70_000]! ^= 1;
    await expect(sourceOf(altered, 500_000).read(66_000, 10)).rejects.toThrow();
    const swapped = Buffer.concat([
      sealed.subarray(65_552, 131_104),
      sealed.subarray(0, 65_552),
      sealed.subarray(131_104),
    ]);
    await expect(sourceOf(swapped, 500_000).read(0, 10)).rejects.toThrow();
  });
});
