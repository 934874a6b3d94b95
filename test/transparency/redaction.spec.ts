import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Hit, Redactor, type RosterEntry } from '../../src/transparency/redaction/index.js';
import { plantedNarrative } from '../support/planted-narratives.js';

const wordsOf = (roster: RosterEntry[], text: string): string[] =>
  new Redactor(roster).hits(text, { suggesting: false }).map(({ words }) => words);

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
      { numRuns: 200, seed: 13 },
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
