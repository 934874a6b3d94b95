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
    ['a model without its number', { models: [{ type: 'KAnonymity' }] }, 'has no k'],
    ['a file that is not given', { dataset: 'cars.csv' }, 'No data file is given for "cars.csv"'],
    ['a column that the file has not', { quasiIdentifiers: [{ name: 'reason' }] }, 'ENOENT'],
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
