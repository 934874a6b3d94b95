import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Manifest } from '../src/transparency/verify/index.js';

const K = 5;
const PIECE = 1 << 20;
const RACES = ['black', 'white', 'hispanic', 'asian', 'other', 'unknown'];
const FINDINGS = ['sustained', 'not sustained', 'unfounded', 'exonerated', 'closed', 'pending'];

/** A number in [0, 1) that is the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const numbered = (word: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);

/** Published columns: name, words, and how uneven they are. */
const COLUMNS: readonly (readonly [string, readonly string[], number])[] = [
  ['half_year', ['2023', '2024', '2025'].flatMap((year) => ['H1', 'H2'].map((half) => `${year}-${half}`)), 1],
  ['age', ['under 20', '20-29', '30-39', '40-49', '50-59', '60 and over'], 2],
  ['district', numbered('district', 8), 2.2],
  ['reason', ['traffic', 'call for service', 'warrant', 'other'], 2.5],
  ['race', RACES, 2.5],
  ['gender', ['male', 'female', 'unknown'], 3],
  ['unit', ['patrol', 'detectives', 'special operations'], 3],
  ['outcome', ['released', 'citation', 'arrest', 'other'], 2.2],
];

/**
 * Writes a published file as a release is: eight quasi-identifiers and a finding of each of some million cases, classes
 * below k left out, two findings in each class, rows in the order of a random key. @returns its manifest
 */
export function writeGeneratedRelease(path: string, rows: number): Manifest {
  const draw = random(20260304);
  const key = Array.from({ length: rows }, () => randomBytes(8).toString('hex')).sort();
  const codes = COLUMNS.map(([, words, power]) =>
    Uint8Array.from({ length: rows }, () => Math.floor(words.length * draw() ** power)),
  );
  const classOf = new Float64Array(rows);
  for (const [at, [, words]] of COLUMNS.entries())
    for (let row = 0; row < rows; row++) classOf[row] = classOf[row]! * words.length + codes[at]![row]!;
  const sizes = new Map<number, number>();
  for (const id of classOf) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  const names = ['case_key', ...COLUMNS.map(([name]) => name), 'finding'];
  let text = `${names.join(',')}\n`;
  let written = 0;
  const seen = new Map<number, number>();
  const findings = new Int32Array(FINDINGS.length);
  const flush = (): void => {
    hash.update(text);
    writeSync(file, text);
    text = '';
  };
  for (let row = 0; row < rows; row++) {
    // The first two of a class differ, so that it is diverse.
    const id = classOf[row]!;
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    const finding = before < 2 ? before : Math.floor(FINDINGS.length * draw() ** 1.5);
    findings[finding]!++;
    if (sizes.get(id)! < K) continue;
    written++;
    text += key[row]!;
    for (const [at, [, words]] of COLUMNS.entries()) text += `,${words[codes[at]![row]!]!}`;
    text += `,${FINDINGS[finding]!}\n`;
    if (text.length > PIECE) flush();
  }
  flush();
  closeSync(file);
  return {
    dataset: 'stops',
    file: { name: 'data.csv', sha256: hash.digest('hex'), rows: written },
    k: K,
    columns: [
      { name: 'case_key', role: 'key' },
      ...COLUMNS.map(([name, values]) => ({ name, role: 'quasi-identifier' as const, level: 1, values })),
      { name: 'finding', role: 'sensitive', values: FINDINGS },
    ],
    keys: { unit: 'case_key', subject: 'case_key' },
    order: names,
    input: { rows, units: rows },
    suppressed: { rows: rows - written, units: rows - written },
    demands: [
      { type: 'distinct-l', attribute: 'finding', l: 2 },
      { type: 't-closeness', attribute: 'finding', t: 0.9, distance: 'equal', overall: shares(findings, rows) },
    ],
    forbidden: [
      {
        name: 'a case number',
        pattern: '\\b[0-9]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}\\b',
      },
      {
        name: 'an internal id',
        pattern: '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}',
      },
    ],
  };
}

function shares(counts: Int32Array, rows: number): Record<string, number> {
  return Object.fromEntries([...counts].map((count, at) => [FINDINGS[at]!, Math.round((count / rows) * 1e4) / 1e4]));
}
