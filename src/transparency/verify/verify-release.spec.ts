import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { good, problem, result, UNITS } from '../../../test/support/complaint-release.js';
import { randomProblem } from '../../../test/support/random-problem.js';
import { sampleRelease, sha256, subjectList, TestFolder } from '../../../test/support/sample-release.js';
import { anonymize, type Anonymization, type Problem } from '../anonymize/index.js';
import type { Manifest } from './index.js';

const folder = new TestFolder();
afterAll(() => {
  folder.remove();
});

/** A file of unit key, second key and race; the second key is a person's unless the units are the people. */
function people(lines: readonly string[], k: number, subject: 'who' | 'key' = 'who') {
  const csv = `${['key,who,race', ...lines].join('\n')}\n`;
  const manifest: Manifest = {
    dataset: 'people',
    file: { name: 'people.csv', sha256: sha256(csv), rows: lines.length },
    k,
    columns: [
      { name: 'key', role: 'key' },
      { name: 'who', role: 'key' },
      { name: 'race', role: 'quasi-identifier', level: 0, values: ['black', 'white'] },
    ],
    keys: { unit: 'key', subject, pattern: '^[a-z]\\d$' },
    order: ['key', 'who', 'race'],
    input: { rows: lines.length, units: new Set(lines.map((line) => line.slice(0, 2))).size },
    suppressed: { rows: 0, units: 0 },
    forbidden: [],
  };
  return folder.verify({ csv, manifest });
}

describe('a release as it should be', () => {
  it('passes, with the engine’s own figures', async () => {
    expect(result.suppressedUnits).toBeGreaterThan(0);
    expect(await folder.verify(good)).toMatchObject({
      ok: true,
      k: result.smallestClass,
      counted: 'subjects',
      rows: problem.rows - result.suppressedRows,
      units: UNITS - result.suppressedUnits,
      classes: result.classes,
      suppressedRows: result.suppressedRows,
      violations: [],
    });
  });

  it('passes when it is empty: it says nothing of anybody', async () => {
    const csv = `${good.csv.split('\n')[0] ?? ''}\n`;
    const file = { name: 'empty.csv', sha256: sha256(csv), rows: 0 };
    const none = { rows: 0, units: 0 };
    const found = await folder.verify({ csv, manifest: { ...good.manifest, file, input: none, suppressed: none } });
    expect(found).toMatchObject({ ok: true, k: 0, classes: 0 });
  });
});

describe('people whom the file cannot tell apart', () => {
  const listed = (subject: Int32Array) => subjectList({ ...problem, subject }, UNITS);

  it('are counted from the board’s own list', async () => {
    const everyone = Int32Array.from({ length: UNITS }, (_, u) => u);
    expect(await folder.verify(good, listed(everyone))).toMatchObject({ ok: true, k: result.smallestClass });
    const few = await folder.verify(good, listed(everyone.map((u) => u % 3)));
    expect(few.violations.map(({ code }) => code)).toContain('class-below-k');
    expect(few.k).toBeLessThanOrEqual(3);
  });

  it('a list that misses a unit is no proof', async () => {
    const { violations } = await folder.verify(good, 'case_key,subject\n');
    expect(violations.map(({ code }) => code)).toContain('unknown-subject');
  });

  it('a published subject key joins a person’s units: k must hold on that join', async () => {
    const { k, violations } = await people(
      ['a1,p1,black', 'a2,p2,black', 'a3,p3,black', 'a4,p1,white', 'a5,p2,white', 'a6,p4,white'],
      2,
    );
    expect(k).toBe(3);
    expect(violations.map(({ code, line }) => [code, line])).toEqual([
      ['joined-class-below-k', 2],
      ['joined-class-below-k', 5],
    ]);
  });

  it('a unit that names two people is no unit', async () => {
    const { violations } = await people(['a1,p1,black', 'a1,p2,black'], 1);
    expect(violations.map(({ code }) => code)).toEqual(['subject-varies']);
  });
});

describe('the rows of a unit', () => {
  it('are one signature in whatever order they stand', async () => {
    const found = await people(['a1,r1,black', 'a1,r2,white', 'a2,r3,white', 'a2,r4,black'], 2, 'key');
    expect(found).toMatchObject({ ok: true, k: 2, units: 2, classes: 1 });
  });
});

/** k as the file shows it to somebody with a pencil. */
function naiveCount({ csv, subjects }: { csv: string; subjects: string }): number[] {
  const person = new Map(subjects.split('\n').map((line) => line.split(',') as [string, string]));
  const units = Object.groupBy(csv.trimEnd().split('\n').slice(1), (line) => line.slice(0, 16));
  const signature = (lines: readonly string[]) =>
    lines
      .map((line) => line.split(',').slice(1, -1).join())
      .sort()
      .join(';');
  const classes = Object.groupBy(Object.entries(units), ([, lines = []]) => signature(lines));
  return Object.values(classes).map((members = []) => new Set(members.map(([key]) => person.get(key))).size);
}

describe('engine, verifier and a naive count', () => {
  it('agree on every random release, whatever its units and subjects', async () => {
    let published = 0;
    const publish = async (p: Problem, found: Anonymization) => {
      const release = sampleRelease(p, found);
      const subjects = subjectList(p, found.units);
      const seen = await folder.verify(release, subjects);
      const counts = naiveCount({ csv: release.csv, subjects });
      expect(seen.violations).toEqual([]);
      expect([seen.k, seen.classes]).toEqual([counts.length === 0 ? 0 : Math.min(...counts), counts.length]);
      expect([found.smallestClass, found.classes]).toEqual([seen.k, seen.classes]);
      published += Number(counts.length > 0);
    };
    const attempt = (p: Problem) => {
      try {
        return anonymize(p);
      } catch {
        return null;
      }
    };
    const property = fc.asyncProperty(randomProblem, async (p) => {
      const found = attempt(p);
      if (found !== null) await publish(p, found);
    });
    await fc.assert(property, { numRuns: 300, seed: 20260303 });
    expect(published).toBeGreaterThan(150);
  });
});
