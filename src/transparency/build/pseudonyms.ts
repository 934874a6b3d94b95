import { randomBytes } from 'node:crypto';

/** 64 bits each: of a million drawn, two meet with a chance of 1 in 37 million, and that is refused, not published. */
const BYTES = 8;

/**
 * Pseudonyms for one release, drawn at random and kept nowhere but in its file: nobody, we included, can go from a
 * pseudonym back to its case, or from one release's to another's.
 * @throws Error when two are equal
 */
export function drawPseudonyms(count: number): string[] {
  const drawn = randomBytes(count * BYTES).toString('hex');
  const pseudonyms = Array.from({ length: count }, (_, at) => drawn.slice(at * 2 * BYTES, (at + 1) * 2 * BYTES));
  if (new Set(pseudonyms).size !== count) throw new Error('Two pseudonyms met: build again.');
  return pseudonyms;
}
