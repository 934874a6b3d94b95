import type { Refusal } from './bulk-table.js';
import type { CsvRecord } from './csv-splitter.js';

/** Faults of a row as a row of text, whatever it is about. */
export const STRUCTURAL_REASONS: Readonly<Record<string, string>> = {
  'stray-quote': 'A quoted cell goes on after its closing quote: double the quotes inside it.',
  'unclosed-quote':
    'A quote is opened and never closed: close it, and give the lines that it swallowed back to the file.',
  'cell-count': 'The row has more or fewer cells than the header: look for a missing quote or a missing comma.',
  'not-text': 'The row holds a NUL character or bytes that are not UTF-8: write it again in UTF-8.',
};

const BROKEN = /[\u0000\ufffd]/;

export function structuralFault({ cells, fault }: CsvRecord, header: readonly string[]): Refusal | null {
  if (fault) return { code: fault, column: null };
  if (cells.length !== header.length) return { code: 'cell-count', column: null };
  const broken = cells.findIndex((cell) => BROKEN.test(cell));
  return broken < 0 ? null : { code: 'not-text', column: header[broken] ?? null };
}
