import type { Found } from '../hit.js';
import type { FoldedText } from '../words/folded-text.js';
import type { NameIndex } from './name-index.js';

const TITLED = [
  'officer',
  'ofc',
  'sgt',
  'sergeant',
  'lt',
  'lieutenant',
  'det',
  'detective',
  'deputy',
  'mr',
  'mrs',
  'ms',
  'dr',
];

/** `J.S.`, `J. S.`, `J.A.S.`; without points in capitals only, and then as a suggestion: `US` is more often the country. */
export function findInitials(text: FoldedText, { names }: NameIndex): Found[] {
  const hits: Found[] = [];
  for (const { entry, initials } of names) {
    if (!entry.outside) hits.push(...behindTitle(text, entry.of, initials));
    const [first, last] = [initials[0], initials.at(-1)];
    if (entry.outside || initials.length < 2 || first === undefined || last === undefined) continue;
    for (const letters of new Set([first + last, initials.join('')])) {
      const dotted = new RegExp(`(?<![\\p{L}.])${[...letters].join('\\.\\s?')}(?:\\.|(?![\\p{L}]))`, 'gu');
      const of = `the initials of ${entry.of}`;
      for (const { 0: words, index } of text.lower.matchAll(dotted))
        hits.push({ start: index, end: index + words.length, kind: 'name', source: 'roster', why: of });
      if (text.oneCase) continue;
      const bare = new RegExp(`(?<![\\p{L}\\p{Nd}.])${letters.toUpperCase()}(?![\\p{L}\\p{Nd}])`, 'gu');
      for (const { 0: words, index } of text.plain.matchAll(bare))
        hits.push({ start: index, end: index + words.length, kind: 'name', source: 'suggestion', why: of });
    }
  }
  return hits;
}

/** `Officer K.`: the surname's first letter, though it may be a letter that somebody chose. */
function behindTitle(text: FoldedText, of: string, initials: readonly string[]): Found[] {
  const last = initials.at(-1);
  if (last === undefined) return [];
  const titled = new RegExp(`(?<!\\p{L})(?:${TITLED.join('|')})\\.?\\s(?<it>${last})(?![\\p{L}'])`, 'gu');
  return [...text.lower.matchAll(titled)].map(({ 0: words, index }): Found => {
    const end = index + words.length;
    return { start: end - 1, end, kind: 'name', source: 'suggestion', why: `the first letter of the name of ${of}` };
  });
}
