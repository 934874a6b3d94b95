import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SortRoom, sortByKey } from './sort-by-key.js';

const { imul } = Math;
/** Rows that one bucket is to hold: what is sorted in memory at a time. */
const ROWS_PER_BUCKET = 1 << 16;
const MOST_BUCKETS = 256;
/** Words of a bucket that wait in memory before they are written. */
const WAITING = 1 << 14;

interface Bucket {
  waiting: Int32Array | null;
  used: number;
  file: number | null;
  written: number;
}

/**
 * Rows as records of 32-bit words, given in any order, taken in the order of their first two (a pseudonym, unsigned). They
 * are dealt into buckets on disk by the pseudonym's first bits, which are random, so that the buckets are even; each is then
 * sorted by itself. What lies on disk are pseudonyms and codes, no words.
 */
export class RowSpill {
  private readonly buckets: readonly Bucket[];

  /** @param width words of a record @param rows about how many to expect */
  constructor(
    private readonly directory: string,
    private readonly width: number,
    rows: number,
  ) {
    const count = Math.min(MOST_BUCKETS, Math.ceil((rows + 1) / ROWS_PER_BUCKET));
    this.buckets = Array.from({ length: count }, () => ({ waiting: null, used: 0, file: null, written: 0 }));
  }

  push(record: Int32Array): void {
    const { buckets, width } = this;
    const at = Math.floor(((record[0]! >>> 0) / 2 ** 32) * buckets.length);
    const bucket = buckets[at]!;
    bucket.waiting ??= new Int32Array(imul(Math.max(1, Math.floor(WAITING / width)), width));
    if (bucket.used === bucket.waiting.length) this.flush(bucket, at);
    bucket.waiting.set(record, bucket.used);
    bucket.used += width;
  }

  /** The records of each bucket, one behind the other in order; what is given is good until the next. */
  *sorted(): Generator<Int32Array> {
    const most = this.buckets.reduce((words, { written, used }) => Math.max(words, written + used), 0);
    const [room, whole] = [new SortRoom(most), new Int32Array(most)];
    for (const bucket of this.buckets) {
      const records = whole.subarray(0, bucket.written + bucket.used);
      if (bucket.file !== null) readWhole(bucket.file, records.subarray(0, bucket.written));
      if (bucket.waiting !== null) records.set(bucket.waiting.subarray(0, bucket.used), bucket.written);
      bucket.waiting = null;
      yield sortByKey(records, this.width, room);
    }
  }

  /** Takes its files away again. */
  remove(): void {
    this.buckets.forEach(({ file }, at) => {
      if (file === null) return;
      closeSync(file);
      rmSync(this.path(at));
    });
  }

  private flush(bucket: Bucket, at: number): void {
    bucket.file ??= openSync(this.path(at), 'w+', 0o600);
    writeSync(bucket.file, bucket.waiting!.subarray(0, bucket.used));
    bucket.written += bucket.used;
    bucket.used = 0;
  }

  private path(at: number): string {
    return join(this.directory, `.spill.${at}`);
  }
}

function readWhole(file: number, into: Int32Array): void {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
  for (let at = 0; at < bytes.length;) {
    const read = readSync(file, bytes, at, bytes.length - at, at);
    if (read === 0) throw new Error('A file of spilled rows is shorter than what was written to it.');
    at += read;
  }
}
