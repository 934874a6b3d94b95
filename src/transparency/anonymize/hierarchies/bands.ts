import { AnonymizationRefused } from '../anonymization-refused.js';
import { buildHierarchy, UNKNOWN, type Hierarchy } from '../hierarchy.js';

export interface BandLimits {
  /** Everything below it is one band from the first width on (`<15`): bottom coding. */
  readonly bottom?: number;
  /** Everything from it on is one band (`85+`): top coding. */
  readonly top?: number;
}

/**
 * Whole numbers in bands of equal width, counted from 0: `34` → `30-34` → `30-39` → `20-39` → `*` for widths 5, 10, 20.
 * A width that is not a multiple of the one before is refused as not nested.
 * @param words base values: whole numbers or `unknown`
 */
export function bands(
  name: string,
  words: readonly string[],
  widths: readonly number[],
  limits: BandLimits = {},
): Hierarchy {
  return buildHierarchy(name, [words, ...widths.map((width) => words.map((word) => band(name, word, width, limits)))]);
}

function band(name: string, word: string, width: number, { bottom, top }: BandLimits): string {
  if (word === UNKNOWN) return word;
  const value = Number(word);
  if (word.trim() === '' || !Number.isInteger(value))
    throw new AnonymizationRefused('hierarchy-incomplete', `"${word}" in "${name}" is not a whole number`);
  if (bottom !== undefined && value < bottom) return `<${bottom}`;
  if (top !== undefined && value >= top) return `${top}+`;
  const first = Math.floor(value / width) * width;
  return `${first}-${first + width - 1}`;
}
