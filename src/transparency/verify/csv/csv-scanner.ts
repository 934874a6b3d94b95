const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** A longer record is no record of ours: a quote that never closes would otherwise take the whole file into memory. */
const LONGEST_RECORD = 1 << 20;
const PRIME = 0x01000193;
const SEED = 0x811c9dc5 | 0;
const { imul } = Math;

/** A record's cells, `bytes[starts[i]] … bytes[ends[i] − 1]`, quotes undone, with a hash of each. Reused: do not keep it. */
export interface CsvRecord {
  bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  hashes: Int32Array;
  cells: number;
}

/** The file is not RFC 4180. The message quotes nothing of it. */
export class CsvMalformed extends Error {}

/** FNV-1a, for look-ups only: equality is always by the bytes themselves. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED;
  for (let p = from; p < to; p++) hash = imul(hash ^ bytes[p]!, PRIME);
  return hash;
}

/** Finds records and cells of RFC 4180 in pieces of a file, without making a string. Lines end in LF or CRLF. */
export class CsvScanner {
  private buffer: Uint8Array = new Uint8Array(1 << 16);
  private rest = 0;
  private lines = 0;
  private readonly escaped: number[] = [];
  private readonly record: CsvRecord;

  /** @param separator one ASCII character */
  constructor(
    private readonly separator: number,
    private readonly onRecord: (record: CsvRecord) => void,
  ) {
    const list = (): Int32Array => new Int32Array(64);
    this.record = { bytes: this.buffer, starts: list(), ends: list(), hashes: list(), cells: 0 };
  }

  /** @throws CsvMalformed */
  push(piece: Uint8Array): void {
    const length = this.rest + piece.length;
    if (length > this.buffer.length) {
      const wider = new Uint8Array(length * 2);
      wider.set(this.buffer.subarray(0, this.rest));
      this.buffer = wider;
    }
    this.buffer.set(piece, this.rest);
    const done = this.scan(length, false);
    this.buffer.copyWithin(0, done, length);
    this.rest = length - done;
    if (this.rest > LONGEST_RECORD) this.fail('the record is longer than 1 MiB');
  }

  /** @throws CsvMalformed */
  end(): void {
    this.scan(this.rest, true);
    this.rest = 0;
  }

  private scan(length: number, last: boolean): number {
    const { record } = this;
    record.bytes = this.buffer;
    let at = 0;
    while (at < length) {
      const next = this.read(at, length, last);
      if (next < 0) break;
      if (this.escaped.length > 0) this.unescape();
      this.lines++;
      this.onRecord(record);
      at = next;
    }
    return at;
  }

  /** Reads one record. @returns where the next one begins; −1 when this one is not there as a whole */
  private read(from: number, length: number, last: boolean): number {
    const { separator, record, buffer: bytes } = this;
    let { starts, ends, hashes } = record;
    this.escaped.length = 0;
    let p = from;
    for (let cell = 0; ; cell++) {
      if (cell === starts.length) ({ starts, ends, hashes } = this.widen());
      record.cells = cell + 1;
      let hash = SEED;
      let byte = LF;
      let start = p;
      let end: number;
      if (p < length && bytes[p] === QUOTE) {
        start = p + 1;
        end = this.closing(start, length, cell);
        if (end < 0 && last) this.fail('a quote never closes');
        if (end < 0) return -1;
        p = end + 1;
        hash = hashOf(bytes, start, end);
        if (p < length && bytes[p] === CR) {
          if (p + 1 === length && !last) return -1;
          if (p + 1 < length && bytes[p + 1] === LF) p++;
        }
        if (p < length) byte = bytes[p]!;
        if (byte !== separator && byte !== LF) this.fail('a cell goes on after its closing quote');
      } else {
        while (p < length) {
          byte = bytes[p]!;
          if (byte === separator || byte === LF) break;
          if (byte === QUOTE) this.fail('a quote stands within an unquoted cell');
          hash = imul(hash ^ byte, PRIME);
          p++;
        }
        end = p;
        if (byte === LF && p < length && end > start && bytes[end - 1] === CR) hash = hashOf(bytes, start, --end);
      }
      starts[cell] = start;
      ends[cell] = end;
      hashes[cell] = hash;
      if (p >= length) return last ? length : -1;
      p++;
      if (byte === LF) return p;
    }
  }

  /** The position of the quote that closes a cell; −1 when it is not there, or may be doubled by the next piece. */
  private closing(from: number, length: number, cell: number): number {
    const { buffer } = this;
    let doubled = false;
    for (let p = from; p < length; p++) {
      if (buffer[p] !== QUOTE) continue;
      if (p + 1 < length && buffer[p + 1] === QUOTE) {
        doubled = true;
        p++;
        continue;
      }
      if (doubled) this.escaped.push(cell);
      return p;
    }
    return -1;
  }

  private unescape(): void {
    const { bytes, starts, ends, hashes } = this.record;
    for (const cell of this.escaped) {
      let to = starts[cell]!;
      for (let p = to; p < ends[cell]!; p++) {
        if (bytes[p] === QUOTE) p++;
        bytes[to++] = bytes[p]!;
      }
      ends[cell] = to;
      hashes[cell] = hashOf(bytes, starts[cell]!, to);
    }
  }

  private widen(): CsvRecord {
    for (const list of ['starts', 'ends', 'hashes'] as const) {
      const wider = new Int32Array(this.record[list].length * 2);
      wider.set(this.record[list]);
      this.record[list] = wider;
    }
    return this.record;
  }

  private fail(why: string): never {
    throw new CsvMalformed(`${why} (record ${this.lines + 1})`);
  }
}
