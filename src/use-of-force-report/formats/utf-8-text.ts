import { documentBroken } from './document-broken.js';

/** The text of a stream of UTF-8, piece by piece. @throws RuleBroken document-not-utf-8, document-malformed (400) */
export async function* utf8Text(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw documentBroken('document-not-utf-8');
    }
  };
  for await (const bytes of source) yield clean(decode(bytes));
  yield clean(decode());
}

function clean(text: string): string {
  if (text.includes('\0')) throw documentBroken('document-malformed', 'it holds a NUL character');
  return text;
}
