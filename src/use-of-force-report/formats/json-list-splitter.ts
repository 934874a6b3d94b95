import { documentBroken } from './document-broken.js';
import { LONGEST_RECORD, refuseEndless } from './sent-record.js';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export interface Element {
  place: number;
  /** null when it was longer than a record may be */
  bytes: Buffer | null;
}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Takes a list of JSON values apart while it comes in, or takes one object as a list of one. It counts brackets outside of
 * quotation marks and leaves the rest to whoever parses the elements; of one element no more is kept than is read.
 */
export class JsonListSplitter {
  private state: 'before' | 'element-or-end' | 'element' | 'inside' | 'comma-or-end' | 'after' = 'before';
  private single = false;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private place = 0;
  private kept: Buffer[] = [];
  private length = 0;

  /** @throws RuleBroken document-malformed (400) */
  push(chunk: Buffer): Element[] {
    const found: Element[] = [];
    let from = this.state === 'inside' ? 0 : -1;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.state === 'inside') {
        const end = this.endsAt(byte);
        if (end === null) continue;
        this.keep(chunk.subarray(from, end === 'with' ? at + 1 : at));
        found.push(this.finish());
        from = -1;
        if (end === 'with') continue;
      }
      if (isSpace(byte) || (this.state === 'before' && BYTE_ORDER_MARK.includes(byte))) continue;
      if (this.between(byte)) from = at;
    }
    if (from >= 0) this.keep(chunk.subarray(from));
    return found;
  }

  /** @throws RuleBroken document-cut-off (400) */
  end(): void {
    if (this.state !== 'after') throw documentBroken('document-cut-off', `in or after record ${this.place}`);
  }

  /** Whether the element ends with this byte or before it. */
  private endsAt(byte: number): 'with' | 'before' | null {
    if (this.inText) {
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) this.inText = false;
      return null;
    }
    if (byte === QUOTE) this.inText = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (this.depth === 0) return 'before';
      return --this.depth === 0 ? 'with' : null;
    } else if (byte === COMMA && this.depth === 0) return 'before';
    return null;
  }

  /** A byte outside of elements; true when an element begins with it. */
  private between(byte: number): boolean {
    switch (this.state) {
      case 'before':
        if (byte === OPEN_LIST) this.state = 'element-or-end';
        else if (byte === OPEN_OBJECT) {
          this.single = true;
          return this.begin(byte);
        } else throw this.malformed();
        return false;
      case 'element-or-end':
      case 'element':
        if (byte === CLOSE_LIST && this.state === 'element-or-end') this.state = 'after';
        else if (byte === CLOSE_LIST || byte === COMMA || byte === CLOSE_OBJECT) throw this.malformed();
        else return this.begin(byte);
        return false;
      case 'comma-or-end':
        if (byte === COMMA) this.state = 'element';
        else if (byte === CLOSE_LIST) this.state = 'after';
        else throw this.malformed();
        return false;
      default:
        throw this.malformed();
    }
  }

  private begin(byte: number): true {
    this.state = 'inside';
    this.place++;
    this.endsAt(byte);
    return true;
  }

  private keep(piece: Buffer): void {
    this.length += piece.length;
    refuseEndless(this.length);
    if (this.length > LONGEST_RECORD) this.kept = [];
    // A copy: the rest of a chunk is not held for a piece of it.
    else if (piece.length > 0) this.kept.push(Buffer.from(piece));
  }

  private finish(): Element {
    const bytes = this.length > LONGEST_RECORD ? null : Buffer.concat(this.kept);
    this.state = this.single ? 'after' : 'comma-or-end';
    this.kept = [];
    this.length = 0;
    return { place: this.place, bytes };
  }

  private malformed(): Error {
    return documentBroken('document-malformed', this.place === 0 ? 'at its beginning' : `after record ${this.place}`);
  }
}
