import { join } from 'node:path';
import type { Manifest } from '../manifest.js';
import type { Violation } from '../violation.js';
import { plainHash } from './plain-hash.js';
import { linesOf } from './read-lines.js';
import { type Told, toldByCsv, toldByJson } from './told-rows.js';

type Formatted = Pick<Manifest, 'file' | 'files'> & { readonly columns: Parameters<typeof toldByJson>[1] };

/**
 * Whether the formats that are published beside a data file say what it says, cell by cell. What a stranger reads with nothing but
 * Node is read here; columnar and sheet files are for readers of their own.
 */
export async function checkFormats(directory: string, manifest: Formatted): Promise<readonly Violation[]> {
  const listed = new Set(manifest.files?.map(({ name }) => name));
  const base = manifest.file.name.replace(/\.csv$/u, '');
  const csv = join(directory, manifest.file.name);
  const wrong: Violation[] = [];
  const packed = `${base}.csv.gz`;
  if (listed.has(packed) && (await plainHash(join(directory, packed))) !== manifest.file.sha256)
    wrong.push(differs(packed, 'unpacked it is not the data file'));
  const lines = [`${base}.jsonl`, `${base}.jsonl.gz`].filter((name) => listed.has(name));
  if (lines.length === 0) return wrong;
  const expected = await toldByCsv(csv);
  for (const name of lines) {
    const line = firstDifference(expected, await toldByJson(linesOf(join(directory, name)), manifest.columns));
    if (line !== null) wrong.push({ ...differs(name, 'it does not say what the data file says'), line });
  }
  return wrong;
}

/** The line of the JSON file, from 1. */
function firstDifference(one: Told, other: Told): number | null {
  if (one.sha256 === other.sha256) return null;
  const rows = Math.min(one.rows, other.rows);
  for (let row = 0; row < rows; row++) if (one.hashes[row] !== other.hashes[row]) return row + 1;
  return rows + 1;
}

const differs = (name: string, what: string): Violation => ({ code: 'format-differs', message: `${name}: ${what}` });
