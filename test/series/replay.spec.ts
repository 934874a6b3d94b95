import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '../support/random-series.js';
import { type Replay, replay } from '../support/replay.js';
import type { RecordedUnit, SeriesLayout } from '../support/series-files.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-replay-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const MONTHS = 12;
const layout: SeriesLayout = {
  dataset: 'generated',
  quasi: [
    { name: 'place', pathOf: (beat) => [beat, `district ${beat.slice(0, 1)}`, '*'] },
    { name: 'gender', pathOf: (gender) => [gender, '*'] },
    { name: 'age', pathOf: (age) => [age, Number(age) < 40 ? 'under 40' : '40 and over', '*'] },
  ],
  sensitive: ['finding', 'race'],
  insensitive: ['category'],
  rules: { k: 5, values: [{ l: 2 }, { l: 1, t: 0.3 }] },
};

/** A town's complaints: 1,500 before the first release and 60 a month, of one to three officers each. */
function generated(): RecordedUnit[][] {
  const random = seeded(20260313);
  const pick = (words: readonly string[]): string => words[Math.floor(random() ** 1.7 * words.length)]!;
  const unit = (id: string): RecordedUnit => {
    const beats = ['11', '12', '21', '22', '31'];
    const quasi = [pick(beats), pick(['male', 'female']), pick(['20', '30', '40', '50'])];
    const race = pick(['black', 'white', 'hispanic']);
    const row = () => ({
      quasi,
      cells: [pick(['unfounded', 'sustained', 'exonerated']), race, pick(['force', 'search'])],
    });
    return { id, subject: id, rows: Array.from({ length: 1 + Math.floor(random() ** 3 * 3) }, row) };
  };
  return Array.from({ length: MONTHS }, (_, month) =>
    Array.from({ length: month === 0 ? 1500 : 60 }, (__, at) => unit(`case ${month}/${at}`)),
  );
}

describe('a year of monthly releases with corrections and expungements, in two epochs', () => {
  let found: Replay;

  it('is published so that no pair of releases, no class and no join tells of fewer than k', async () => {
    found = await replay({
      record: { months: Array.from({ length: MONTHS }, (_, month) => `month ${month + 1}`), filed: generated() },
      layout,
      models: [
        { type: 'distinct-l', attribute: 'finding', l: 2 },
        { type: 't-closeness', attribute: 'race', t: 0.3, distance: 'equal' },
      ],
      suppressionLimit: 0.1,
      rates: { corrected: 0.003, expunged: 0.0007 },
      monthsPerEpoch: 6,
      folder,
      random: seeded(5),
    });
    expect(found.ours).toMatchObject({
      ok: true,
      pairs: (MONTHS * (MONTHS - 1)) / 2,
      differencesBelowK: 0,
      classesBelowK: 0,
      historiesBelowK: 0,
      changesBelowK: 0,
    });
  });

  it('takes what happened in: corrections waited, expunged ones left, new ones came', () => {
    const sum = (of: (month: Replay['months'][number]) => number): number =>
      found.months.reduce((total, month) => total + of(month), 0);
    expect(sum(({ plan }) => plan.expunged)).toBeGreaterThan(0);
    expect(sum(({ former }) => former)).toBeGreaterThan(20);
    expect(found.delays.length).toBeGreaterThan(300);
    const hidden = sum(({ recorded, shown }) => recorded - shown) / sum(({ recorded }) => recorded);
    expect(hidden).toBeLessThan(0.25);
  });

  it.each(['lasting', 'fresh'] as const)(
    'fails each of the three when it is released naively, pseudonyms %s',
    (kind) => {
      const naive = found[kind];
      expect(naive.differencesBelowK).toBeGreaterThan(100);
      expect(naive.classesBelowK).toBeGreaterThan(100);
      expect(naive.historiesBelowK).toBeGreaterThan(100);
    },
  );
});
