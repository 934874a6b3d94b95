import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CaseFiles, runCase, runUtility, type ReferenceCase } from '../../src/transparency/anonymize-files/index.js';

const folder = mkdtempSync(join(tmpdir(), 'cases-'));
const path = (name: string): string => join(folder, name);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

writeFileSync(
  path('stops.csv.gz'),
  gzipSync(
    'age;race;reason\n31;black;fight\n32;black;noise\n38;white;noise\n39;white;fight\n33;black;theft\n36;white;theft\n',
  ),
);
const ages = ['31', '32', '33', '36', '38', '39'].map((age) => `${age};${Number(age) < 35 ? '30-34' : '35-39'};*`);
writeFileSync(path('stops_hierarchy_age.csv'), ages.join('\n'));
writeFileSync(path('stops_hierarchy_race.csv'), 'black;*\nwhite;*\n');

const files = new CaseFiles([path('stops.csv.gz')], folder);
const stops = (over: Partial<ReferenceCase> = {}): ReferenceCase => ({
  id: 'stops#1',
  dataset: 'stops.csv',
  quasiIdentifiers: [{ name: 'age' }, { name: 'race' }],
  suppressionLimit: 0,
  models: [{ type: 'KAnonymity', k: 3 }],
  metric: { name: 'Height' },
  ...over,
});

describe('a case from files', () => {
  it('finds the least transformation, and says how', () => {
    expect(runCase(files, stops())).toEqual({
      id: 'stops#1',
      transformation: [1, 0],
      informationLoss: 1,
      suppressed: 0,
      checked: expect.any(Number),
      seconds: expect.any(Number),
      optimal: true,
    });
  });

  it('counts a sensitive attribute that has no hierarchy', () => {
    const models = [{ type: 'DistinctLDiversity', l: 3, attribute: 'reason' }];
    expect(runCase(files, stops({ models })).transformation).toEqual([1, 0]);
  });

  it('weighs the attributes, half where nothing is said', () => {
    const metric = { name: 'Monotonic precision', aggregate: 'Arithmetic mean', monotonic: true };
    const found = runCase(
      files,
      stops({ metric, attributeWeights: { age: 1 }, models: [{ type: 'KAnonymity', k: 6 }] }),
    );
    expect(found).toMatchObject({ transformation: [2, 1], informationLoss: 0.75 });
  });

  it('gives a list where losses are compared by rank', () => {
    const metric = { name: 'Monotonic precision', aggregate: 'Rank', monotonic: true };
    expect(runCase(files, stops({ metric })).informationLoss).toEqual([0.5, 0]);
  });

  it.each<[string, Partial<ReferenceCase>, string]>([
    ['an unknown metric', { metric: { name: 'Beauty' } }, 'metric "Beauty" is not known'],
    ['an unknown model', { models: [{ type: 'Trust' }] }, 'privacy model "Trust" is not known'],
    ['a model without its number', { models: [{ type: 'KAnonymity' }] }, 'KAnonymity has no k'],
    ['a file that is not given', { dataset: 'cars.csv' }, 'No data file is given for "cars.csv"'],
    [
      'a column without a hierarchy',
      { quasiIdentifiers: [{ name: 'reason' }] },
      'stops_hierarchy_reason.csv is not in',
    ],
    [
      'a column that the file has not',
      { models: [{ type: 'DistinctLDiversity', l: 2, attribute: 'name' }] },
      'it has age, race, reason',
    ],
    [
      'more levels than there are',
      { quasiIdentifiers: [{ name: 'age', levels: 4 }] },
      '"age" has 3 levels in its hierarchy, not 4',
    ],
  ])('refuses %s', (_, over, message) => {
    expect(() => runCase(files, stops(over))).toThrow(message);
  });
});

describe('the losses of given transformations', () => {
  it('are measured whether or not the demands are met', () => {
    const { metric, ...rest } = stops({ metric: { name: 'Monotonic discernability (DM*)', monotonic: true } });
    expect(runUtility(files, { ...rest, metric, nodeLoss: ['[0, 0]', '[1, 0]', '[2, 1]'] }).nodeLoss).toEqual({
      '[0, 0]': 6,
      '[1, 0]': 18,
      '[2, 1]': 36,
    });
  });
});

describe('files as people have them', () => {
  const write = (name: string, text: string): string => {
    writeFileSync(path(name), text);
    return path(name);
  };
  const height = (csv: string): readonly number[] => {
    write('people_hierarchy_age.csv', 'age 1;young;*\r\nage 2;young;*\r\n"age; 3";old;*\r\n');
    return runCase(
      new CaseFiles([csv], folder),
      stops({ dataset: 'people.csv', quasiIdentifiers: [{ name: 'age' }], models: [{ type: 'KAnonymity', k: 2 }] }),
    ).transformation;
  };

  it.each([
    ['semicolons, byte order mark, CRLF', '\uFEFFage;sex\r\nage 1;f\r\nage 2;f\r\n"age; 3";m\r\n"age; 3";m\r\n'],
    ['commas and a quoted header', '"age","a; b; c"\nage 1,f\nage 2,f\nage; 3,m\nage; 3,m\n'],
    ['tabs', 'age\tsex\nage 1\tf\nage 2\tf\nage; 3\tm\nage; 3\tm\n'],
  ])('%s', (_, text) => {
    expect(height(write('people.csv', text))).toEqual([1]);
  });

  it('gzipped whatever the name says', () => {
    writeFileSync(path('people.csv'), gzipSync('age\nage 1\nage 2\n"age; 3"\n"age; 3"\n'));
    expect(height(path('people.csv'))).toEqual([1]);
  });

  it('levels may leave out the top, which the hierarchy then has but may not use', () => {
    const both = stops({ models: [{ type: 'KAnonymity', k: 6 }], suppressionLimit: 0 });
    expect(runCase(files, both).transformation).toEqual([2, 1]);
    const ages = [{ name: 'age', levels: 2 }, { name: 'race' }];
    expect(() => runCase(files, { ...both, quasiIdentifiers: ages })).toThrow('coarsest');
  });

  it.each([
    ['lists a value twice', 'age 1;*\nage 2;*\nage 1;*\n', 'lists "age 1" twice, on lines 1 and 3'],
    ['misses values', 'age 1;*\n', 'does not list "age 2", "age; 3"'],
    ['is not nested', 'age 1;a;*\nage 2;b;+\n"age; 3";b;*\n', '"b" of level 1 belongs at level 2 to both'],
    ['has a short line', 'age 1;a;*\nage 2;*\n', 'Invalid Record Length'],
  ])('a hierarchy that %s is refused', (_, text, message) => {
    const data = write('crowd.csv', 'age\nage 1\nage 2\n"age; 3"\n');
    write('crowd_hierarchy_age.csv', text);
    const reference = stops({ dataset: 'crowd.csv', quasiIdentifiers: [{ name: 'age' }] });
    expect(() => runCase(new CaseFiles([data], folder), reference)).toThrow(message);
  });

  it('a table with two columns of one name is refused', () => {
    const data = write('twins.csv', 'age;age\n1;2\n');
    expect(() => runCase(new CaseFiles([data], folder), stops({ dataset: 'twins.csv' }))).toThrow('two columns "age"');
  });
});
