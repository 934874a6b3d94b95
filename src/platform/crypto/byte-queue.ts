/** Bytes that came in pieces and are taken in others; a piece is copied when it is taken across two, and not before. */
export class ByteQueue {
  private pieces: Buffer[] = [];
  length = 0;

  add(piece: Buffer): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }

  /** The next `bytes` bytes, of which there must be as many. */
  take(bytes: number): Buffer {
    this.length -= bytes;
    const [first = Buffer.alloc(0)] = this.pieces;
    if (first.length >= bytes) {
      this.pieces[0] = first.subarray(bytes);
      return first.subarray(0, bytes);
    }
    const all = Buffer.concat(this.pieces);
    this.pieces = [all.subarray(bytes)];
    return all.subarray(0, bytes);
  }
}
