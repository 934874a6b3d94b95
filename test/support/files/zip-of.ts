import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive, and how it is to lie about itself. */
export interface ZipPart {
  name: string;
  data?: Buffer | string;
  stored?: boolean;
  flags?: number;
  method?: number;
  link?: boolean;
  /** The name before its bytes, where it is not that of the list */
  localName?: string;
  /** What the list says of its length */
  claims?: number;
  /** Points to the bytes of the entry of this number instead of its own */
  sameAs?: number;
  /** Points so many bytes before its own beginning */
  shift?: number;
  /** Its lengths stand after its bytes, as streaming writers do it */
  described?: boolean;
}

export interface ZipShape {
  before?: Buffer;
  /** Between the first entry and the second */
  gap?: Buffer;
  comment?: string;
  /** What the end says of how many there are */
  count?: number;
}

const UTF8 = 0x800;
const DESCRIBED = 8;

export function zipOf(parts: readonly ZipPart[], shape: ZipShape = {}): Buffer {
  const pieces: Buffer[] = shape.before ? [shape.before] : [];
  const list: Buffer[] = [];
  const starts: number[] = [];
  let at = pieces.reduce((sum, { length }) => sum + length, 0);
  const add = (...more: Buffer[]): void => {
    for (const piece of more) at += piece.length;
    pieces.push(...more);
  };
  for (const [number, part] of parts.entries()) {
    const data = Buffer.from(part.data ?? '');
    const packed = part.stored ? data : deflateRawSync(data);
    const method = part.method ?? (part.stored ? 0 : 8);
    const flags = UTF8 | (part.flags ?? 0) | (part.described ? DESCRIBED : 0);
    const said = { flags, method, crc: crc32(data), packed: packed.length, size: part.claims ?? data.length };
    const from = at;
    if (part.sameAs === undefined) {
      const local = part.described ? { ...said, crc: 0, packed: 0, size: 0 } : said;
      add(localHeader(part.localName ?? part.name, local), packed);
      if (part.described) add(descriptor(said));
    }
    starts.push(part.sameAs === undefined ? from : starts[part.sameAs]!);
    list.push(listEntry(part, said, starts[number]! - (part.shift ?? 0)));
    if (number === 0 && shape.gap) add(shape.gap);
  }
  const listed = Buffer.concat(list);
  const listAt = at;
  add(listed, endOf(shape.count ?? parts.length, listed.length, listAt, shape.comment ?? ''));
  return Buffer.concat(pieces);
}

interface Said {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
}

function localHeader(name: string, { flags, method, crc, packed, size }: Said): Buffer {
  const bytes = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(bytes.length, 26);
  return Buffer.concat([head, bytes]);
}

function descriptor({ crc, packed, size }: Said): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.write('PK\x07\x08', 'latin1');
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function listEntry({ name, link }: ZipPart, { flags, method, crc, packed, size }: Said, from: number): Buffer {
  const bytes = Buffer.from(name);
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE((3 << 8) | 20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(bytes.length, 28);
  entry.writeUInt32LE(((link ? 0o120777 : 0o100644) << 16) >>> 0, 38);
  entry.writeUInt32LE(from, 42);
  return Buffer.concat([entry, bytes]);
}

function endOf(count: number, listBytes: number, listAt: number, comment: string): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listBytes, 12);
  end.writeUInt32LE(listAt, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, Buffer.from(comment, 'latin1')]);
}
