import { AnonymizationRefused } from '../anonymization-refused.js';
import { buildHierarchy, UNKNOWN, type Hierarchy } from '../hierarchy.js';

export interface BandLimits {
  /** Everything below it is one band from the first step on (`<15`): bottom coding. */
  readonly bottom?: number;
  /** Everything from it on is one band (`85+`): top coding. */
  readonly top?: number;
}

/** Bands of equal width, counted from 0; or cut at these numbers, each the first of its band: `[18, 65]` is `<18`, `18-64`, `65+`. */
export type BandStep = number | readonly number[];

/**
 * Whole numbers in bands: `34` → `30-34` → `30-39` → `20-39` → `*` for widths 5, 10, 20. A band that the bottom or the
 * top cuts reads as what is left of it.
 * @param words base values: whole numbers or `unknown`
 * @throws AnonymizationRefused `hierarchy-not-nested` when a step cuts inside a band of the step before
 */
export function bands(
  name: string,
  words: readonly string[],
  steps: readonly BandStep[],
  limits: BandLimits = {},
): Hierarchy {
  const { bottom = -Infinity, top = Infinity } = limits;
  if (!(bottom < top))
    throw new AnonymizationRefused(
      'problem-malformed',
      `the bottom ${bottom} of "${name}" is not below its top ${top}`,
    );
  for (const [at, step] of steps.entries()) assertStep(name, at + 1, step, steps[at - 1]);
  const numbers = words.map((word) => wholeNumber(name, word));
  const inBands = steps.map((step) => numbers.map((value) => (value === null ? UNKNOWN : band(value, step, limits))));
  return buildHierarchy(name, [words, ...inBands]);
}

function wholeNumber(name: string, word: string): number | null {
  if (word === UNKNOWN) return null;
  const value = Number(word);
  if (word.trim() === '' || !Number.isInteger(value))
    throw new AnonymizationRefused('hierarchy-incomplete', `"${word}" in "${name}" is not a whole number`);
  return value;
}

function band(value: number, step: BandStep, { bottom = -Infinity, top = Infinity }: BandLimits): string {
  if (value < bottom) return `<${bottom}`;
  if (value >= top) return `${top}+`;
  const [from, to] = bounds(value, step);
  const first = Math.max(from, bottom);
  const end = Math.min(to, top);
  if (first === -Infinity) return `<${end}`;
  if (end === Infinity) return `${first}+`;
  return first === end - 1 ? `${first}` : `${first}-${end - 1}`;
}

/** The first number of the band and the first beyond it. */
function bounds(value: number, step: BandStep): readonly [number, number] {
  if (typeof step === 'number') {
    const first = Math.floor(value / step) * step;
    return [first, first + step];
  }
  const next = step.findIndex((cut) => cut > value);
  const at = next === -1 ? step.length : next;
  return [step[at - 1] ?? -Infinity, step[at] ?? Infinity];
}

/** Refused whether or not a value shows it: the next file's values would. */
function assertStep(name: string, level: number, step: BandStep, below: BandStep | undefined): void {
  const cuts = typeof step === 'number' ? [step] : step;
  const rising = cuts.every((cut, at) => Number.isInteger(cut) && (at === 0 || cut > cuts[at - 1]!));
  if (!rising || (typeof step === 'number' && step < 1))
    throw new AnonymizationRefused(
      'problem-malformed',
      `level ${level} of "${name}" is neither a width of at least 1 nor whole numbers in rising order`,
    );
  const inside = below === undefined ? undefined : cuts.find((cut) => !isCut(cut, below));
  if (inside !== undefined && (typeof step === 'object' || typeof below === 'number'))
    throw new AnonymizationRefused(
      'hierarchy-not-nested',
      `hierarchy "${name}" is not nested: level ${level} cuts at ${inside}, inside a band of level ${level - 1}`,
    );
  if (typeof step === 'number' && typeof below === 'object')
    throw new AnonymizationRefused(
      'hierarchy-not-nested',
      `hierarchy "${name}" is not nested: level ${level} has bands of width ${step} without end, level ${level - 1} has cuts`,
    );
}

function isCut(cut: number, step: BandStep): boolean {
  return typeof step === 'number' ? cut % step === 0 : step.includes(cut);
}
