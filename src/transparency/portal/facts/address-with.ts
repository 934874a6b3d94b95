/** Parameters as people can read them: only what would mean something else is escaped. */
export function addressWith(path: string, parameters: Iterable<readonly [string, string]>): string {
  const query = [...parameters].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** An apostrophe would end the text in a shell. */
const escaped = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll("'", '%27')
    .replace(/%(24|2C|3A|2F)/g, (code) => decodeURIComponent(code));
