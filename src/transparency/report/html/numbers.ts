import type { CountRange } from '../report-figures.js';

/** How numbers read in a report. */
export const count = (value: number): string => value.toLocaleString('en-US');

export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)}\u00a0%`;

export const countRange = ({ least, most }: CountRange): string =>
  least === most ? count(least) : `${count(least)}–${count(most)}`;

export function percentRange({ least, most }: CountRange): string {
  const [low, high] = [least, most].map((share) => (100 * share).toFixed(share > 0.1 ? 0 : 1));
  return low === high ? `${low!}\u00a0%` : `${low!}–${high!}\u00a0%`;
}

export function timesRange(range: CountRange | null): string {
  if (range === null) return '–';
  const [low, high] = [range.least, range.most].map((ratio) => ratio.toFixed(1));
  return low === high ? low! : `${low!}–${high!}`;
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

export const plural = (word: string, many: number): string => (many === 1 ? word : `${word}s`);
