import { pipeline, Readable } from 'node:stream';
import { createDeflateRaw, createGzip } from 'node:zlib';
import type { Pieces } from './listed-output.js';

const PIECE = 1 << 16;
const LEVEL = 6;

/** As gzip writes it; the header names no time, so that the same table gives the same file. */
export function gzipped(pieces: Pieces): AsyncIterable<Uint8Array> {
  return through(pieces, createGzip({ level: LEVEL, chunkSize: PIECE }));
}

/** DEFLATE without a header, as ZIP archives hold it. */
export function deflated(pieces: Pieces): AsyncIterable<Uint8Array> {
  return through(pieces, createDeflateRaw({ level: LEVEL, chunkSize: PIECE }));
}

/** The reader of what comes out is told of a fault on either side. */
function through(pieces: Pieces, packer: ReturnType<typeof createGzip>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(pieces), packer, () => undefined);
}
