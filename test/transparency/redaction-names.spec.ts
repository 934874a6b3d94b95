import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Redactor, type RosterEntry } from '../../src/transparency/redaction/index.js';

const name = (value: string, more: Partial<RosterEntry> = {}): RosterEntry => ({
  is: 'name',
  of: 'her',
  value,
  ...more,
});
const wordsOf = (roster: RosterEntry[], text: string): string[] =>
  new Redactor(roster).hits(text, { suggesting: false }).map(({ words }) => words);

describe('a name of the roster', () => {
  it.each<[string, string, string, string[]]>([
    ['María García-López', 'whole', 'so Maria Garcia Lopez said', ['Maria Garcia Lopez']],
    ['María García-López', 'run together', 'GARCIALOPEZ came', ['GARCIALOPEZ']],
    ["Sean O'Neil", 'with another apostrophe', 'Mr O’Neil and ONEIL', ['O’Neil', 'ONEIL']],
    [
      'Ana de la Cruz',
      'with its particles run together',
      'Then Delacruz left, then dela cruz',
      ['Delacruz', 'dela cruz'],
    ],
    ['John A. Smith', 'with initials', 'Smith, J. A. and J. Smith', ['Smith, J. A', 'J. Smith']],
    ['Robert Kowal', 'by a nickname', 'Bobby ran', ['Bobby']],
    ['Jürgen Müller', 'transcribed', 'Mueller ran', ['Mueller']],
    ['Ivan Petrov', 'with letters of another alphabet', 'Реtrоv ran', ['Реtrоv']],
    ['Will May', 'not where its words are the language’s', 'It will rain and it may snow. Then Will left.', ['Will']],
    ['Isa Ono', 'not across words of the language', 'It is a rule on our street.', []],
    ['Jo Stone', 'not where an ordinary word is near', 'He went to the store alone.', []],
    ['王小明', 'in a script without spaces', '後王小明說 ok', ['王小明']],
    ['Edward Thatch aka Blackbeard', 'by an alias', 'they call him blackbeard', ['blackbeard']],
    ['Thomas Przybyl', 'spelt out', 'P-r-z-y-b-y-l, he said', ['P-r-z-y-b-y-l']],
  ])('%s: %s', (value, _, text, words) => {
    expect(wordsOf([name(value)], text)).toEqual(words);
  });

  it('of somebody outside the case is taken for them with more than a word of it, or behind a title', () => {
    const outside = [name('Rosa Brown', { outside: true })];
    expect(wordsOf(outside, 'A brown bag. Rosa laughed.')).toEqual([]);
    expect(wordsOf(outside, 'Then rosa brown laughed at officer Brown.')).toEqual(['rosa brown', 'Brown']);
  });

  const NAMES = [
    'María',
    'Łukasz',
    'Zoë',
    'Quentin',
    "D'Angelo",
    'Nguyen',
    'Åsa',
    'Okonkwo',
    'Smith',
    'Ito',
    'Ng',
    'Kowalczyk',
    'Peña',
    'Bo',
    'Will',
    'Young',
  ];
  const CASES: ((word: string) => string)[] = [
    (word) => word.toUpperCase(),
    (word) => word.toLowerCase(),
    (word) => word,
    (word) => [...word].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter.toLowerCase())).join(''),
  ];
  const MARKS: ((word: string) => string)[] = [
    (word) => word,
    (word) => word.normalize('NFD'),
    (word) => word.normalize('NFD').replace(/\p{M}/gu, ''),
    (word) => [...word].join('\u200b'),
    (word) => word.replaceAll("'", '’'),
    (word) => word.replaceAll("'", ''),
  ];
  it('is found in any case, order and punctuation, whole, and its place is right', () => {
    const part = fc.constantFrom(...NAMES);
    const written = { of: fc.tuple(part, part), inCase: fc.constantFrom(...CASES), marks: fc.constantFrom(...MARKS) };
    const gap = fc.constantFrom(' ', '  ', '-', '.', '_', '\n', '\u00a0', '. ', ' - ');
    const [before, after] = [
      fc.constantFrom('', '"', '(', 'by ', '@', 'x, '),
      fc.constantFrom('', "'s", '.', ')', ' left', '!!', '’s car'),
    ];
    fc.assert(
      fc.property(fc.record({ ...written, gap, turned: fc.boolean(), before, after }), (given) => {
        const parts = given.of.map((each) => given.marks(given.inCase(each)));
        const shown = given.turned ? `${parts[1]!}, ${parts[0]!}` : parts.join(given.gap);
        const text = `It was ${given.before}${shown}${given.after}`;
        const hits = new Redactor([name(given.of.join(' '))]).hits(text, { suggesting: false });
        const start = text.indexOf(shown);
        expect(hits.some((hit) => hit.start <= start && hit.end >= start + shown.length)).toBe(true);
        for (const hit of hits) expect(text.slice(hit.start, hit.end)).toBe(hit.words);
      }),
      { numRuns: 2000, seed: 11 },
    );
  });

  it('with any one slip in a word of five letters or more is found', () => {
    const letters = 'a,b,d,e,g,h,m,n,o,s,t,x,y';
    const surname = fc.constantFrom('kowalczyk', 'okonkwo', 'nakamura', 'lindqvist', 'petrov');
    fc.assert(
      fc.property(
        surname,
        fc.nat(8),
        fc.constantFrom(...letters.split(',')),
        fc.nat(3),
        (word, place, letter, kind) => {
          const at = place % (word.length - 1);
          const [head, here, next, rest] = [
            word.slice(0, at),
            word.charAt(at),
            word.charAt(at + 1),
            word.slice(at + 2),
          ];
          const slips = [
            head + next + rest,
            head + letter + here + next + rest,
            head + letter + next + rest,
            head + next + here + rest,
          ];
          expect(wordsOf([name(word)], `then ${slips[kind]!} left`)).toEqual([slips[kind]]);
        },
      ),
      { numRuns: 1000, seed: 12 },
    );
  });
});
