import { afterAll, describe, expect, it } from '@jest/globals';
import { alone, cell, good, spoil } from '../../../../test/support/complaint-release.js';
import { TestFolder } from '../../../../test/support/sample-release.js';
import { bloomOf, verifyRelease } from '../index.js';
import { BloomFilter, FALSE_POSITIVES } from './bloom-filter.js';
import { Roster } from './roster.js';

const people = ['Jane Q. Doe', 'O’Brien, Seán', 'María José Núñez-Gómez', 'badge 4711-B', '1234 N Western Ave #2'];
const folder = new TestFolder();
afterAll(() => {
  folder.remove();
});

describe('a roster', () => {
  const roster = Roster.ofFilter(bloomOf(people));

  it.each([
    ['as it is written', 'Jane Q. Doe'],
    ['in capitals', 'JANE Q DOE'],
    ['the other way round', 'Doe, Jane'],
    ['amid other words', 'spoke to jane doe at the desk'],
    ['without accents', 'maria jose nunez gomez'],
    ['with another apostrophe', "sean o'brien"],
    ['a badge number', 'BADGE 4711 B'],
    ['an address', '1234 n. western ave. 2'],
  ])('knows a person %s', (_, text) => {
    expect(roster.names(text)).toBe(true);
  });

  it.each([['Jane Roe'], ['Doe'], ['badge 4712-B'], ['sustained'], [''], ['20-29']])('does not know %j', (text) => {
    expect(roster.names(text)).toBe(false);
  });

  it('takes fewer than one in a million strangers for a member: by its bits, and as tried', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `person ${i}`);
    const filter = BloomFilter.for(words.length, 'salt');
    for (const word of words) filter.add(word);
    expect(filter.falsePositives).toBeLessThanOrEqual(FALSE_POSITIVES);
    expect(words.every((word) => filter.has(word))).toBe(true);
    const taken = Array.from({ length: 200_000 }, (_, i) => filter.has(`stranger ${i}`)).filter(Boolean);
    expect(taken.length).toBeLessThanOrEqual(2);
  });

  it('does not hold the names, and is another with another salt', () => {
    const [one, other] = [bloomOf(people), bloomOf(people)];
    expect(Buffer.from(one.filter, 'base64').toString('latin1').toLowerCase()).not.toContain('doe');
    expect(one.filter).not.toBe(other.filter);
  });

  it.each([
    ['all ones would take everybody for a member', { filter: Buffer.alloc(400, 0xff).toString('base64') }],
    ['all noughts would know nobody', { filter: Buffer.alloc(400).toString('base64') }],
    ['nothing would know nobody', { filter: '' }],
    ['no words would look nothing up', { longest: 0 }],
  ])('of %s, and is not trusted', async (_, over) => {
    const rosterPath = folder.write(
      'false.json',
      JSON.stringify({ ...bloomOf(people), falsePositives: 1e-7, ...over }),
    );
    const csvPath = folder.write('good.csv', good.csv);
    const { violations } = await verifyRelease({ csvPath, manifest: good.manifest, rosterPath });
    expect(violations.map(({ code }) => code)).toEqual(['roster-unreadable']);
  });
});

describe('a release held against a roster', () => {
  const [one = 0] = alone;
  const planted = spoil(cell(one, 'finding', 'Doe Jane'));
  const verify = (release: typeof planted, own: { rosterPath: string; rosterListPath?: string }) =>
    verifyRelease({ csvPath: folder.write('data.csv', release.csv), manifest: release.manifest, ...own });
  const filter = folder.write('roster.json', JSON.stringify(bloomOf(people)));
  const list = folder.write('names.txt', `${people.join('\n')}\n`);
  const codes = async (...given: Parameters<typeof verify>) =>
    (await verify(...given)).violations.map(({ code }) => code);

  it.each([
    ['the filter', { rosterPath: filter }],
    ['the list', { rosterPath: list }],
    ['the filter, confirmed by the list', { rosterPath: filter, rosterListPath: list }],
  ])('is refused for a name that %s knows, and only for it', async (_, own) => {
    expect(await codes(planted, own)).toContain('identifier-of-roster');
    expect(await codes(good, own)).toEqual([]);
  });

  it('is not refused for what the list does not confirm', async () => {
    const others = folder.write('others.txt', 'Somebody Else\n');
    expect(await codes(planted, { rosterPath: filter, rosterListPath: others })).toEqual(['value-not-listed']);
  });

  it.each([['{"format":"redress-roster"}'], ['{"nothing":1}'], ['{']])(
    'is no proof with a roster that reads %s',
    async (text) => {
      const rosterPath = folder.write('broken.json', text);
      expect(await codes(good, { rosterPath })).toEqual(['roster-unreadable']);
    },
  );

  it('is no proof with an empty list', async () => {
    expect(await codes(good, { rosterPath: folder.write('empty.txt', '\n') })).toEqual(['roster-unreadable']);
  });

  it('is no proof with a roster that is not there', async () => {
    expect(await codes(good, { rosterPath: '/nowhere/roster.json' })).toEqual(['roster-unreadable']);
  });
});
