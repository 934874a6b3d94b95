import { readFileSync } from 'node:fs';

const LENGTHS = [
  60, 61, 100, 101, 200, 201, 255, 256, 1_000, 1_001, 2_000, 2_001, 4_096, 5_001, 10_001, 20_001, 65_537, 262_145,
];
const REPEATED: readonly [piece: string, count: number][] = [
  ['a\u0301', 5_000],
  ['👍', 10_001],
  ['\\', 2_001],
  ['"', 2_001],
  ["'", 2_001],
  ['(', 2_000],
  ['[', 2_000],
  ['-', 5_000],
  ['1', 5_000],
  ['a,', 5_000],
  ['a.', 5_000],
  ['../', 2_000],
];

/** Texts that have broken programs before: other encodings, other languages, days that no calendar has, and much of it. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...(JSON.parse(readFileSync('test/support/api/hostile-texts.json', 'utf8')) as string[]),
  ...LENGTHS.map((count) => 'a'.repeat(count)),
  ...REPEATED.map(([piece, count]) => piece.repeat(count)),
  ...[`${'a'.repeat(30_000)}!`, `${' '.repeat(10_000)}x`],
];

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 'x');

/** What a program may send where a text or a number belongs, beside wrong texts. */
export const HOSTILE_OTHERS: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 63, -(2 ** 63), 1e21, 0.1 + 0.2],
  ...[[], [null], [''], [[]], [1, 2], ['a', 'a'], Array(1_001).fill('a'), nested(20), nested(33)],
  ...[
    {},
    { a: 1 },
    { length: -1 },
    { toString: 1 },
    { $ne: null },
    { then: 1 },
    { type: 'Buffer', data: [0] },
    { '': '' },
    { 'a\0b': 1 },
  ],
  ...[Object.fromEntries([['__proto__', { admin: true }]]), { constructor: { prototype: { admin: true } } }],
];

export const HOSTILE_VALUES: readonly unknown[] = [...HOSTILE_TEXTS, ...HOSTILE_OTHERS];
