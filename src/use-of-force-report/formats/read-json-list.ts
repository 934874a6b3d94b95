import { documentBroken } from './document-broken.js';
import { JsonListSplitter } from './json-list-splitter.js';
import { jsonRecord } from './json-record.js';
import type { Records, SentRecord } from './sent-record.js';

/** A list of JSON values, or one alone, as a document: what is no JSON anywhere spoils all of it. */
export async function* readJsonList(source: AsyncIterable<Uint8Array>): Records {
  const splitter = new JsonListSplitter();
  for await (const sent of source) {
    const chunk = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
    yield splitter.push(chunk).flatMap(({ place, bytes }) => whole(jsonRecord(place, bytes)));
  }
  splitter.end();
}

/** @throws RuleBroken document-malformed, document-not-utf-8 (400) */
function whole(record: SentRecord | null): SentRecord[] {
  if (!record) return [];
  const [fault] = 'faults' in record.said ? record.said.faults : [];
  if (fault?.code === 'not-json') throw documentBroken('document-malformed', `in record ${record.place}`);
  if (fault?.code === 'not-utf-8') throw documentBroken('document-not-utf-8');
  return [record];
}
