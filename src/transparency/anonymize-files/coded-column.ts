import { CaseRefused } from './case-refused.js';
import type { TextTable } from './read-table.js';

const LISTED = 5;

/**
 * A column of text as codes.
 * @param code the code of a word, or −1
 * @throws CaseRefused `case-column-missing`; `case-value-unknown` with the words that have no code
 */
export function codedColumn({ header, lines }: TextTable, name: string, code: (word: string) => number): Int32Array {
  const at = header.indexOf(name);
  if (at < 0)
    throw new CaseRefused('case-column-missing', `The data file has no column "${name}"; it has ${header.join(', ')}.`);
  const codes = Int32Array.from(lines, (line) => code(line[at] ?? ''));
  if (codes.includes(-1)) {
    const missing = [...new Set(lines.filter((_, row) => codes[row] === -1).map((line) => line[at] ?? ''))];
    const shown = missing.slice(0, LISTED).map((word) => `"${word}"`);
    const more = missing.length > LISTED ? ` and ${missing.length - LISTED} more` : '';
    throw new CaseRefused('case-value-unknown', `The hierarchy of "${name}" does not list ${shown.join(', ')}${more}.`);
  }
  return codes;
}
