import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anonymize,
  anonymizeInParallel,
  AnonymizationRefused,
  type Problem,
} from '../../src/transparency/anonymize/index.js';
import { randomDemands } from '../support/random-demands.js';

/** The threads read the sources as the bench does; jest's own way of reading them does not reach into threads. */
const loader = new URL('../support/typescript.mjs', import.meta.url).href;
const threads = { threads: 2, aloneMs: 0, execArgv: ['--import', loader] };

describe('a search by several threads', () => {
  it('finds the same loss, proven, and publishes what the demands allow', async () => {
    const problems = fc
      .sample(randomDemands, { numRuns: 400, seed: 20260321 })
      .filter(({ rows, quasiIdentifiers }) => rows > 15 && quasiIdentifiers.length > 2)
      .slice(0, 12);
    let optima = 0;
    for (const problem of problems) {
      let alone;
      try {
        alone = anonymize(problem);
      } catch {
        await expect(anonymizeInParallel(problem, threads)).rejects.toBeInstanceOf(AnonymizationRefused);
        continue;
      }
      const together = await anonymizeInParallel(problem, threads);
      expect(together).toMatchObject({ lossVector: alone.lossVector, optimal: true, gap: 0, units: alone.units });
      expect(together.keep.reduce((sum, kept) => sum + kept, 0)).toBe(together.units - together.suppressedUnits);
      optima++;
    }
    expect(optima).toBeGreaterThan(6);
  }, 60_000);

  const [problem] = fc.sample(
    randomDemands.filter(({ rows, quasiIdentifiers }) => rows === 24 && quasiIdentifiers.length === 4),
    { numRuns: 1, seed: 7 },
  ) as [Problem];

  it('fails when a thread cannot start, and does not wait for it', async () => {
    const broken = { ...threads, execArgv: ['--import', `${loader}-that-is-not-there`] };
    await expect(anonymizeInParallel({ ...problem, k: 1, models: [], suppressionLimit: 1 }, broken)).rejects.toThrow(
      /not-there/,
    );
  });

  it('starts no thread for a search that is over at once', async () => {
    const broken = { threads: 2, execArgv: ['--import', `${loader}-that-is-not-there`] };
    const found = await anonymizeInParallel({ ...problem, k: 1, models: [], suppressionLimit: 1 }, broken);
    expect(found.optimal).toBe(true);
  });
});
