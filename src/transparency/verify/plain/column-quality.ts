import { MeasureRefused, type PlainColumn } from './read-columns.js';

export interface ColumnQuality {
  /** Values at the bottom of the hierarchy. */
  readonly domain: number;
  /** row → how many of them its published value covers */
  readonly covers: Float64Array;
  /** Mean height of the published values, 0 … 1. */
  readonly climbed: number;
  /** Entropy lost (Gionis & Tassa 2009), level by level where levels are mixed; and the most that can be lost. */
  readonly bits: number;
  readonly mostBits: number;
}

type Lines = readonly (readonly string[])[];

/** @param suppressed row → 1; it reads as the top of the hierarchy */
export function columnQuality(
  original: PlainColumn,
  published: PlainColumn,
  suppressed: Uint8Array,
  lines: Lines,
): ColumnQuality {
  const rows = suppressed.length;
  const height = (lines[0]?.length ?? 1) - 1;
  const { levelOf, covered } = countValues(lines);
  const lookUp = <Value>(known: ReadonlyMap<string, Value>, { name, words }: PlainColumn): Value[] =>
    Array.from({ length: words.count }, (_, code) => demand(known.get(words.text(code)), name));
  const levels = lookUp(levelOf, published);
  const sizes = lookUp(covered, published);
  const covers = new Float64Array(rows);
  const level = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const code = published.codes[row]!;
    covers[row] = suppressed[row] === 1 ? lines.length : sizes[code]!;
    level[row] = suppressed[row] === 1 ? height : levels[code]!;
  }
  const paths = lookUp(new Map(lines.map((line) => [line[0] ?? '', line])), original);
  return {
    domain: lines.length,
    covers,
    climbed: height === 0 ? 0 : level.reduce((sum, at) => sum + at, 0) / rows / height,
    bits: entropyLost(original.codes, level, paths),
    mostBits: entropyOf(original.codes),
  };
}

/** A published value stands at the lowest level that has it, and covers the lines that read it anywhere. */
function countValues(lines: Lines) {
  const levelOf = new Map<string, number>();
  const covered = new Map<string, number>();
  for (const line of lines) {
    for (const [at, value] of line.entries()) levelOf.set(value, Math.min(levelOf.get(value) ?? Infinity, at));
    for (const value of new Set(line)) covered.set(value, (covered.get(value) ?? 0) + 1);
  }
  return { levelOf, covered };
}

/** From each level that occurs to the next: what the rows at that level or above lose by climbing to it. */
function entropyLost(codes: Int32Array, level: Int32Array, paths: Lines): number {
  let bits = 0;
  let below = 0;
  for (const at of [...new Set(level)].sort((a, b) => a - b)) {
    const rows = codes.filter((_, row) => level[row]! >= at);
    const finer = countWords(rows, paths, below);
    const coarser = countWords(rows, paths, at);
    for (const code of rows) bits -= Math.log2(finer.get(paths[code]![below]!)! / coarser.get(paths[code]![at]!)!);
    below = at;
  }
  return bits;
}

function countWords(codes: Int32Array, paths: Lines, level: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(paths[code]![level]!, (counts.get(paths[code]![level]!) ?? 0) + 1);
  return counts;
}

function entropyOf(codes: Int32Array): number {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / codes.length), 0);
}

function demand<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined)
    throw new MeasureRefused('header-mismatch', `The hierarchy of "${name}" misses a value of the file.`);
  return value;
}
