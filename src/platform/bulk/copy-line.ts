export type CopyValue = string | number | boolean | readonly string[] | null;

/** One row in the text format of COPY (PostgreSQL manual, COPY, "Text Format"). */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(field).join('\t')}\n`;
}

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  return typeof value === 'object' ? list(value) : String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const EACH_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, (character) => ESCAPES[character] ?? character) : text;
}

/** Lists that are read again and again are the same objects: what was written of one once need not be put together anew. */
const LISTS = new WeakMap<readonly string[], string>();

function list(items: readonly string[]): string {
  const known = LISTS.get(items);
  if (known !== undefined) return known;
  const written = escaped(`{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  LISTS.set(items, written);
  return written;
}
