import { describe, expect, it } from '@jest/globals';
import { type Hit, Redactor } from '../../src/transparency/redaction/index.js';
import { CLEAN_SENTENCES } from '../support/clean-sentences.js';
import { castOf } from '../support/planted-cast.js';
import { PLANTS } from '../support/planted-identifiers.js';
import { VARIANT_ROSTER, VARIANTS } from '../support/planted-variants.js';
import { plantedNarrative } from '../support/planted-narratives.js';

const NARRATIVES = 60;
const firm = (hits: Hit[]): Hit[] => hits.filter(({ source }) => source !== 'suggestion');
const say = (line: string): boolean => process.stderr.write(`    ${line}\n`);

/** What of a text no hit covers; what stands between letters and digits may stay. */
function uncovered(text: string, { start, end }: { start: number; end: number }, hits: readonly Hit[]): string {
  const left = [...text.slice(start, end)].filter(
    (_, at) => !hits.some((hit) => hit.start <= start + at && start + at < hit.end),
  );
  return left.join('').replace(/[^\p{L}\p{Nd}]/gu, '');
}

describe('planted identifiers', () => {
  it('are of at least 34 kinds', () => {
    expect(new Set(PLANTS.map(([what]) => what)).size).toBeGreaterThanOrEqual(34);
  });

  it('are all found, whole, by roster and form alone', () => {
    const missed: string[] = [];
    let [planted, hit, right] = [0, 0, 0];
    for (let seed = 1; seed <= NARRATIVES; seed++) {
      const narrative = plantedNarrative(seed);
      const hits = firm(new Redactor(narrative.roster).hits(narrative.text, { suggesting: false }));
      for (const each of narrative.planted) {
        const left = uncovered(narrative.text, each, hits);
        if (left !== '') missed.push(`${each.what} (${seed}): ${narrative.text.slice(each.start, each.end)} (${left})`);
      }
      planted += narrative.planted.length;
      hit += hits.length;
      right += hits.filter(({ start, end }) =>
        narrative.planted.some((each) => start < each.end && each.start < end),
      ).length;
    }
    say(
      `${planted} planted identifiers of ${PLANTS.length} kinds in ${NARRATIVES} narratives: ${planted - missed.length} found`,
    );
    say(`precision: ${right} of ${hit} hits touch one of them (${((100 * right) / hit).toFixed(1)} %)`);
    expect(missed.slice(0, 20)).toEqual([]);
  });

  it('are found in a second set that was written after the first', () => {
    const redactor = new Redactor(VARIANT_ROSTER);
    const missed = VARIANTS.filter((sentence) => {
      const [before = '', it = '', after = ''] = sentence.split(/\[(.*?)\]/);
      const text = before + it + after;
      const hits = firm(redactor.hits(text, { suggesting: false }));
      return uncovered(text, { start: before.length, end: before.length + it.length }, hits) !== '';
    });
    say(`second set: ${VARIANTS.length - missed.length} of ${VARIANTS.length} found`);
    expect([VARIANTS.length, missed]).toEqual([50, []]);
  });

  it('are missed without the roster: it is what finds people (planted)', () => {
    const { text, planted } = plantedNarrative(1);
    const hits = firm(new Redactor([]).hits(text, { suggesting: false }));
    const missed = planted.filter((each) => uncovered(text, each, hits) !== '').map(({ what }) => what);
    expect(missed).toEqual(expect.arrayContaining(['surname alone', 'nickname', 'misspelt surname', 'badge number']));
  });
});

describe('sentences that name nobody', () => {
  it.each([
    ['roster and forms', false, 0.02],
    ['with suggestions', true, 0.15],
  ])('are let alone, but for few: %s', (what, suggesting, most) => {
    let flagged = 0;
    const words: Record<string, number> = {};
    for (let seed = 1; seed <= 10; seed++) {
      const redactor = new Redactor(castOf(seed).roster);
      for (const sentence of CLEAN_SENTENCES) {
        const hits = redactor.hits(sentence, { suggesting });
        if (hits.length > 0) flagged++;
        for (const hit of hits) words[hit.words] = (words[hit.words] ?? 0) + 1;
      }
    }
    const share = flagged / (10 * CLEAN_SENTENCES.length);
    say(
      `${what}: ${(100 * share).toFixed(2)} % of ${CLEAN_SENTENCES.length} clean sentences flagged ${JSON.stringify(words)}`,
    );
    expect(share).toBeLessThanOrEqual(most);
  });

  it('are flagged the more, the more ordinary the names of the case are', () => {
    const names = ['Will Young', 'Grant Brown', 'Rose Park', 'Mark Street'];
    const redactor = new Redactor(names.map((value) => ({ is: 'name', of: 'somebody', value })));
    const hits = CLEAN_SENTENCES.flatMap((sentence) => redactor.hits(sentence, { suggesting: false }));
    const flagged = [...new Set(hits.map(({ words }) => words.toLowerCase()))].sort();
    say(
      `names that are ordinary words: ${hits.length} hits in ${CLEAN_SENTENCES.length} clean sentences (${flagged.join(', ')})`,
    );
    expect(flagged).toEqual(['park', 'street', 'young']);
    expect(hits.length).toBeLessThan(8);
  });
});
