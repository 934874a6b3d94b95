const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** A word as lists of codes have it: `Traffic Stop` is `traffic_stop`. Departments write as they please. */
export function wordForm(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const form = word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  if (known.size < MOST_KNOWN) known.set(word, form);
  return form;
}
