import sax, { type Tag } from 'sax';
import { lineFault } from '../rules/fault-codes.js';
import { documentBroken } from './document-broken.js';
import { LONGEST_RECORD, type Records, refuseEndless, type SentRecord } from './sent-record.js';
import { utf8Text } from './utf-8-text.js';
import { XmlTree } from './xml-tree.js';

const DEEPEST = 32;
/** sax looks at its buffers once a write: a piece shall not be larger than what they may hold. */
const PIECE = 32_768;

/**
 * `<reports>` with an element for each record: `<report>` (with `action` and `reason` as attributes, if any) or
 * `<zeroReport>`. The elements inside are named as the fields of JSON are; the items of a list are each an `<item>`.
 */
export async function* readXml(source: AsyncIterable<Uint8Array>): Records {
  const reader = new XmlReader();
  for await (const text of utf8Text(source))
    for (let at = 0; at < text.length; at += PIECE) yield reader.push(text.slice(at, at + PIECE));
  yield reader.end();
}

class XmlReader {
  private readonly parser = sax.parser(true, { strictEntities: true });
  private readonly tree = new XmlTree();
  private found: SentRecord[] = [];
  private place = 0;
  private length = 0;
  private tag: Tag | null = null;
  private rooted = false;

  constructor() {
    const { parser } = this;
    parser.onopentag = (tag) => {
      this.opened(tag);
    };
    parser.onclosetag = () => {
      this.closed();
    };
    parser.ontext = parser.oncdata = (text) => {
      this.said(text);
    };
    parser.ondoctype = () => {
      throw documentBroken('document-type');
    };
    // sax carries on after an error unless it is thrown at it.
    parser.onerror = () => {
      throw documentBroken('document-malformed', `near record ${this.place}`);
    };
  }

  push(text: string): SentRecord[] {
    this.parser.write(text);
    const found = this.found;
    this.found = [];
    return found;
  }

  end(): SentRecord[] {
    if (this.tree.depth > 0 || !this.rooted)
      throw documentBroken('document-cut-off', `in or after record ${this.place}`);
    this.parser.close();
    return this.found;
  }

  private opened(tag: Tag): void {
    if (this.tree.depth >= DEEPEST) throw documentBroken('document-too-deep', `in record ${this.place}`);
    this.rooted = true;
    this.tree.begin(tag.name);
    if (this.tree.depth === 2) {
      this.tag = tag;
      this.place++;
      this.length = 0;
    }
    this.grow(tag.name.length * 2 + 5);
  }

  private said(text: string): void {
    if (this.tree.depth < 2) return;
    this.grow(text.length);
    if (this.length <= LONGEST_RECORD) this.tree.say(text);
  }

  private grow(by: number): void {
    this.length += by;
    refuseEndless(this.length);
    if (this.length > LONGEST_RECORD) this.tree.forget();
  }

  private closed(): void {
    const value = this.tree.end();
    if (this.tree.depth === 1 && this.tag) {
      this.found.push(this.length > LONGEST_RECORD ? this.tooLong() : this.record(this.tag, value));
      this.tree.forget();
    }
  }

  private record({ name, attributes }: Tag, value: unknown): SentRecord {
    const { action, reason } = attributes;
    const payload = name === 'report' ? 'Incident' : name === 'zeroReport' ? 'ZeroReport' : name;
    const enveloped = payload !== 'Incident' || action !== undefined;
    const said = enveloped
      ? { Action: action ?? 'Add', ...(reason === undefined ? {} : { Reason: reason }), [payload]: value }
      : value;
    // What is given back of it is what was understood, as JSON: attributes' quotes and white space are not kept.
    const text = Buffer.from(JSON.stringify(said));
    return { place: this.place, bytes: this.length, text, said: { value: said, asText: true } };
  }

  private tooLong(): SentRecord {
    return { place: this.place, bytes: 0, text: null, said: { faults: [lineFault('line-too-long')] } };
  }
}
