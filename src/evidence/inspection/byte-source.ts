/** A file whose bytes can be read anywhere in it, wherever they lie. */
export interface ByteSource {
  readonly length: number;
  /** Fewer than asked for at the end of it, and none beyond. */
  read(at: number, length: number): Promise<Buffer>;
}

export function bytesInMemory(bytes: Buffer): ByteSource {
  return {
    length: bytes.length,
    read: (at, length) => Promise.resolve(bytes.subarray(Math.min(at, bytes.length), at + length)),
  };
}
