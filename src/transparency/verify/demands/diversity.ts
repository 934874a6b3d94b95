import type { ValueDemand } from '../demand.js';

type Of<Type extends ValueDemand['type']> = Extract<ValueDemand, { type: Type }>;
const ROUNDING = 1e-9;
const EULER = 0.57721566490153286;

/** Entropy of the counts is at least ln l (Machanavajjhala et al. 2007), among at least l values. */
export function isEntropyDiverse({ l, estimator }: Of<'entropy-l'>, counts: Int32Array): boolean {
  if (counts.length < l) return false;
  const log = estimator === 'shannon' ? Math.log : logOfSample;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const entropy = log(rows) - counts.reduce((sum, count) => sum + count * log(count), 0) / rows;
  return entropy >= Math.log(l) - ROUNDING;
}

/** The most frequent value has less than c times the rows of those from the l-th on. */
export function isRecursivelyDiverse({ c, l }: Of<'recursive-cl'>, counts: Int32Array): boolean {
  if (counts.length < l) return false;
  const falling = Array.from(counts).sort((a, b) => b - a);
  const tail = falling.slice(l - 1).reduce((sum, count) => sum + count, 0);
  return falling[0]! < c * tail;
}

/**
 * What takes the place of ln n for a small sample (Grassberger 2003): ψ-like sums that are exact for even n, and the
 * same for the odd number above.
 */
function logOfSample(n: number): number {
  const half = Math.floor(n / 2);
  if (half > 4096) return Math.log(2 * half) + 1 / (24 * half * half);
  let sum = -EULER - Math.LN2;
  for (let odd = 1; odd < 2 * half; odd += 2) sum += 2 / odd;
  return sum;
}
