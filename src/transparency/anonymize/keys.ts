import type { CompactLevel } from './compact-column.js';
import { meaningOf, type Pack, type PackCodes } from './packs.js';

const WORD = 2 ** 32;
const NO_CODES = new Uint16Array(0);
const NO_VALUES = new Int32Array(0);

/**
 * Part of the tuples' keys at a node: a mixed-radix number below `cells`, at most 2³² (the word holds it modulo 2³²).
 * Tuples are equal at the node when all words are.
 */
export interface KeyWord {
  readonly cells: number;
  readonly terms: readonly Term[];
}

interface Term {
  readonly codes: PackCodes;
  /** pack's code → what it adds to the key */
  readonly values: Int32Array;
}

/** How to write the keys at the levels (per quasi-identifier); no word when all tuples are equal there. */
export function keyWords(packs: readonly Pack[], levels: readonly CompactLevel[]): KeyWord[] {
  const words: { cells: number; factors: Map<number, number> }[] = [];
  for (const { columns } of packs)
    for (const j of columns) {
      const { size } = levels[j]!;
      if (size <= 1) continue;
      let word = words.at(-1);
      if (word === undefined || word.cells * size > WORD) words.push((word = { cells: 1, factors: new Map() }));
      word.factors.set(j, word.cells);
      word.cells *= size;
    }
  return words.map(({ cells, factors }) => ({
    cells,
    terms: packs
      .filter(({ columns }) => columns.some((j) => factors.has(j)))
      .map((pack) => ({ codes: pack.codes, values: meaningOf(pack, levels, (j) => factors.get(j) ?? 0) })),
  }));
}

/** Writes the word of the tuples from `start` on, as many as `keys` has room for and `end` allows. */
export function writeKeys({ terms }: KeyWord, keys: Int32Array, start: number, end: number): void {
  const to = Math.min(end, start + keys.length);
  keys.fill(0, 0, to - start);
  const narrow: { codes: Uint16Array; values: Int32Array }[] = [];
  for (const { codes, values } of terms)
    if (codes instanceof Uint16Array) narrow.push({ codes, values });
    else addWide(keys, start, to, codes, values);
  for (let at = 0; at < narrow.length; at += 4) {
    const codes = [0, 1, 2, 3].map((i) => narrow[at + i]?.codes ?? NO_CODES);
    const values = [0, 1, 2, 3].map((i) => narrow[at + i]?.values ?? NO_VALUES);
    addNarrow(keys, start, to, codes, values, narrow.length - at);
  }
}

function addWide(keys: Int32Array, start: number, end: number, codes: Int32Array, values: Int32Array): void {
  for (let i = 0, t = start; t < end; i++, t++) keys[i] = keys[i]! + values[codes[t]!]!;
}

/** Up to four packs in one pass: what costs is to go over the keys again. */
function addNarrow(
  keys: Int32Array,
  start: number,
  end: number,
  [a, b, c, d]: readonly Uint16Array[],
  [va, vb, vc, vd]: readonly Int32Array[],
  packs: number,
): void {
  if (packs >= 4)
    for (let i = 0, t = start; t < end; i++, t++)
      keys[i] = (((((keys[i]! + va![a![t]!]!) | 0) + vb![b![t]!]!) | 0) + ((vc![c![t]!]! + vd![d![t]!]!) | 0)) | 0;
  else if (packs === 3)
    for (let i = 0, t = start; t < end; i++, t++) keys[i] = keys[i]! + va![a![t]!]! + vb![b![t]!]! + vc![c![t]!]!;
  else if (packs === 2) for (let i = 0, t = start; t < end; i++, t++) keys[i] = keys[i]! + va![a![t]!]! + vb![b![t]!]!;
  else for (let i = 0, t = start; t < end; i++, t++) keys[i] = keys[i]! + va![a![t]!]!;
}
