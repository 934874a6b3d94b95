import { refused } from '../row-query.js';

const MOST_WORDS = 10;
const LONGEST = 200;

/** @throws RuleBroken bad-limit (400) */
export function countOf(name: 'limit' | 'offset', text: string | null, usual: number, most: number): number {
  if (text === null) return usual;
  const count = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Infinity;
  if (count > most) throw refused('bad-limit', `\`$${name}\` is a whole number, 0 to ${most}.`, `$${name}`);
  return count;
}

/** The words of `$q`. @throws RuleBroken bad-value (400) */
export function wordsOf(text: string | null): string[] {
  const words = [...new Set((text ?? '').split(/\s+/).filter((word) => word !== ''))];
  if (words.length > MOST_WORDS || (text ?? '').length > LONGEST)
    throw refused('bad-value', `\`$q\` takes ${MOST_WORDS} words and ${LONGEST} characters at most.`, '$q');
  return words;
}
