import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Hit, Redactor, type RosterEntry } from '../../src/transparency/redaction/index.js';
import { plantedNarrative } from '../support/planted-narratives.js';

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
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const surname = fc.constantFrom('kowalczyk', 'okonkwo', 'nakamura', 'lindqvist', 'petrov');
    fc.assert(
      fc.property(surname, fc.nat(8), fc.constantFrom(...letters), fc.nat(3), (word, place, letter, kind) => {
        const at = place % (word.length - 1);
        const [head, here, next, rest] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
        const slips = [
          head + next + rest,
          head + letter + here + next + rest,
          head + letter + next + rest,
          head + next + here + rest,
        ];
        expect(wordsOf([name(word)], `then ${slips[kind]!} left`)).toEqual([slips[kind]]);
      }),
      { numRuns: 1000, seed: 12 },
    );
  });
});

describe('what else the roster knows', () => {
  it.each<[string, RosterEntry, string, string[]]>([
    [
      'a number in any grouping',
      { is: 'number', of: '', value: '2026-7KQ4-M2XJ-9R' },
      'see 20267kq4 m2xj.9r',
      ['20267kq4 m2xj.9r'],
    ],
    [
      'a telephone number without its country',
      { is: 'contact', of: '', value: '+1 312 555 0178' },
      'at 312/5550178',
      ['312/5550178'],
    ],
    ['a plate with O for 0', { is: 'number', of: '', value: 'AB0 12C' }, 'abo-12c', ['abo-12c']],
    ['a short number by itself only', { is: 'number', of: '', value: '117' }, '117 of 1172 and 11-7', ['117']],
    [
      'an address in other words',
      { is: 'contact', of: '', value: '4417 Wisteria Parade' },
      'at 4417 wisteria',
      ['4417 wisteria'],
    ],
    [
      'a place by its own name',
      { is: 'place', of: '', value: 'outside the Crooked Lantern' },
      'in the Lantern',
      ['Lantern'],
    ],
    ['a day in another form', { is: 'date', of: '', value: '1980-03-05' }, 'born 5 March 80', ['5 March 80']],
    [
      'eight words in a row',
      { is: 'narrative', of: '', value: 'He took my phone and then he laughed at me' },
      'So "took my phone, and then he laughed at" her',
      ['took my phone, and then he laughed at'],
    ],
    [
      'seven words are chance',
      { is: 'narrative', of: '', value: 'He took my phone and then he laughed' },
      'they took my phone and then he smiled',
      [],
    ],
  ])('%s', (_, entry, text, words) => {
    expect(wordsOf([entry], text)).toEqual(words);
  });
});

describe('hits', () => {
  const { text, roster } = plantedNarrative(3);

  it('change nothing, are in order, quote the text, and are the same each time', () => {
    const redactor = new Redactor(roster);
    const hits = redactor.hits(text);
    expect(hits.map(({ start }) => start)).toEqual(hits.map(({ start }) => start).sort((one, other) => one - other));
    expect(hits.filter(({ start, end, words }) => text.slice(start, end) !== words || end <= start)).toEqual([]);
    expect(redactor.hits(text)).toEqual(hits);
    expect(hits.filter(({ why }) => why.length < 5)).toEqual([]);
  });

  it('never fail and stay within the text, whatever the text is', () => {
    const redactor = new Redactor(roster);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (any) => {
        const inside = ({ start, end, words }: Hit): boolean =>
          start >= 0 && start < end && words === any.slice(start, end);
        expect(redactor.hits(any, { suggesting: false }).every(inside)).toBe(true);
      }),
      { numRuns: 500, seed: 13 },
    );
  });

  it('of 10,000 characters against 50 entries take less than 50 ms of processor time', () => {
    const long = [3, 4, 5]
      .map((seed) => plantedNarrative(seed).text)
      .join(' ')
      .slice(0, 10_000);
    const many = [3, 4, 5, 6, 7, 8].flatMap((seed) => plantedNarrative(seed).roster).slice(0, 50);
    expect([long.length, many.length]).toEqual([10_000, 50]);
    const times = Array.from({ length: 12 }, () => {
      const before = process.cpuUsage();
      new Redactor(many).hits(long, { suggesting: false });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }).sort((one, other) => one - other);
    process.stderr.write(`    10,000 characters, 50 entries: median ${times[6]!.toFixed(1)} ms of processor time\n`);
    expect(times[6]).toBeLessThan(50);
  });

  it('are found in linear time in texts made to be slow', () => {
    const before = process.cpuUsage();
    for (const unit of [
      '1 ',
      '12 Elm ',
      'a@',
      'a.',
      '(555) ',
      'Officer ',
      'one two three ',
      '1-',
      'A. ',
      'case no ',
      '# ',
      '0',
    ])
      new Redactor(roster).hits(unit.repeat(Math.ceil(20_000 / unit.length)), { suggesting: false });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
  });
});
