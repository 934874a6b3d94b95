import { crc32 } from 'node:zlib';
import { deflated } from './compressed.js';
import type { Pieces } from './listed-output.js';

export interface ZipEntry {
  readonly name: string;
  readonly pieces: Pieces;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** Sizes come behind the entry (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;

/** A ZIP archive (APPNOTE 6.3), entry by entry as it is made: nothing is held back, nothing is written twice. @param day YYYY-MM-DD, the entries' date */
export async function* zipArchive(entries: readonly ZipEntry[], day: string): AsyncGenerator<Uint8Array> {
  const date = dosDate(day);
  const written: Written[] = [];
  let at = 0;
  for (const { name: text, pieces } of entries) {
    const name = Buffer.from(text);
    const sizes = { crc: 0, packed: 0, unpacked: 0 };
    const head = numbers(
      [4, 0x04034b50],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATE],
      [2, 0],
      [2, date],
      [12, 0],
      [2, name.length],
      [2, 0],
    );
    yield Buffer.concat([head, name]);
    for await (const piece of deflated(measured(pieces, sizes))) {
      sizes.packed += piece.length;
      yield piece;
    }
    yield numbers([4, 0x08074b50], [4, sizes.crc], [4, sizes.packed], [4, sizes.unpacked]);
    written.push({ name, at, ...sizes });
    at += head.length + name.length + sizes.packed + 16;
  }
  const directory = Buffer.concat(written.flatMap((entry) => directoryEntry(entry, date)));
  yield directory;
  const count = written.length;
  yield numbers([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, directory.length], [4, at], [2, 0]);
}

async function* measured(pieces: Pieces, sizes: { crc: number; unpacked: number }): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece as string);
    sizes.crc = crc32(bytes, sizes.crc);
    sizes.unpacked += bytes.length;
    yield bytes;
  }
}

function directoryEntry({ name, crc, packed, unpacked, at }: Written, date: number): Buffer[] {
  const sizes = [
    [4, crc],
    [4, packed],
    [4, unpacked],
  ] as const;
  return [
    numbers([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, date], ...sizes),
    numbers([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
    name,
  ];
}

/** Little-endian, each of so many bytes. */
function numbers(...fields: (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      if (value !== 0) field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

function dosDate(day: string): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | date;
}
