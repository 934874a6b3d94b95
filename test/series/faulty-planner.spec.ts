import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ABSENT, AS_BEFORE, AS_RECORDED, planRelease, type ReleasePlan } from '../../src/transparency/series/index.js';
import { verifySeries } from '../../src/transparency/verify/series/index.js';
import { recordsOf, seeded, smallLayout } from '../support/random-series.js';
import { SeriesPublisher } from '../support/series-publisher.js';

const K = 4;
type Plan = typeof planRelease;
const folder = mkdtempSync(join(tmpdir(), 'redress-series-planner-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const shape = {
  ...{ seed: 11, k: K, l: 1, releases: 10, firstUnits: 200, perRelease: 30, corrected: 0.02, expunged: 0.01 },
  ...{ returning: 0, manyRows: 0, epochLength: 5, levels: [] },
};

async function codesOf(name: string, plan: Plan): Promise<string[]> {
  const publisher = new SeriesPublisher(smallLayout(K, 1), join(folder, name), seeded(3), plan);
  [...recordsOf(shape)].forEach((record, number) => {
    if (number % 5 === 0) publisher.openEpoch(`epoch ${number / 5}`, [1, 0]);
    publisher.publish(record);
  });
  const { violations } = await verifySeries(publisher.files);
  return [...new Set(violations.map(({ code }) => code))].sort();
}

const altered =
  (alter: (plan: ReleasePlan, ...given: Parameters<Plan>) => void): Plan =>
  (...given) => {
    const plan = planRelease(...given);
    alter(plan, ...given);
    return plan;
  };

describe('a planner', () => {
  it('that keeps its promise passes', async () => {
    expect(await codesOf('good', planRelease)).toEqual([]);
  });

  it.each<[string, Plan, string]>([
    [
      'lets increments of k − 1 out',
      (units, ledger, rules, rest) => planRelease(units, ledger, { ...rules, k: K - 1 }, rest),
      'difference-below-k',
    ],
    [
      'lets who was expunged leave alone',
      altered(({ show, ledger }, { present }) => {
        ledger.cohortOf.forEach((cohort, unit) => {
          if (present[unit] === 1 && ledger.cohorts[cohort]?.left === ledger.releases) show[unit] = AS_BEFORE;
        });
      }),
      'difference-below-k',
    ],
    [
      'shows a correction at once',
      altered(({ show }) => {
        show.forEach((how, unit) => {
          if (how === AS_BEFORE) show[unit] = AS_RECORDED;
        });
      }),
      'sensitive-change-below-k',
    ],
    [
      'does not look back at earlier epochs',
      (units, ledger, rules, { random }) => planRelease(units, ledger, rules, { former: [], random }),
      'difference-below-k',
    ],
    [
      'forgets what it published',
      (units, ledger, rules, rest) =>
        planRelease(units, { ...ledger, cohortOf: ledger.cohortOf.map(() => -1), cohorts: [] }, rules, rest),
      'difference-below-k',
    ],
    [
      'forgets one unit now and then',
      altered(({ show, number }) => {
        const shown = show.findIndex((how) => how !== ABSENT);
        if (number % 2 === 0) show[shown] = ABSENT;
      }),
      'history-below-k',
    ],
  ])('that %s is found out', async (name, plan, code) => {
    expect(await codesOf(name, plan)).toContain(code);
  });
});
