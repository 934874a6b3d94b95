import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  anonymize,
  AnonymizationRefused,
  anonymizeTables,
  linkTables,
  type LinkedTables,
} from '../../src/transparency/anonymize/index.js';
import { verifyTogether } from '../../src/transparency/verify/index.js';
import { caseKey, linkedRelease, type PublishedAs } from '../support/linked-release.js';
import { randomLinkedTables } from '../support/random-linked-tables.js';
import { everyTransformation, slowNode } from '../support/slow-anonymizer.js';
import { TestFolder } from '../support/sample-release.js';

const folder = new TestFolder();
afterAll(() => {
  folder.remove();
});
type Written = ReturnType<typeof linkedRelease>;

const verify = async (release: Written) => {
  const answers = await verifyTogether(
    release.map(({ csv, manifest }) => ({ csvPath: folder.write(manifest.file.name, csv), manifest })),
  );
  return answers.flatMap(({ violations }) => violations.map(({ code }) => code));
};

/** The fewest units behind one signature over all tables, as somebody with a pencil counts them; Infinity: no row. */
function smallestJoin(release: Written): number {
  const rows = release.flatMap(({ rows: own, manifest }) => {
    const columns = manifest.columns.flatMap(({ role }, at) => (role === 'quasi-identifier' ? [at] : []));
    return own.map((row) => ({ key: row[0]!, said: `${manifest.dataset}: ${columns.map((at) => row[at]).join()}` }));
  });
  const units = Object.values(Object.groupBy(rows, ({ key }) => key));
  const signatures = units.map((own = []) =>
    own
      .map(({ said }) => said)
      .sort()
      .join(';'),
  );
  const counts = Object.values(Object.groupBy(signatures, (signature) => signature));
  return Math.min(...counts.map((members = []) => members.length));
}

const attempt = <Result>(work: () => Result): Result | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof AnonymizationRefused && error.code === 'infeasible') return null;
    throw error;
  }
};

const files = ({ tables }: LinkedTables): string[] => tables.map(({ name }) => `${name}.csv`);

/** Searched as one. */
function together(linked: LinkedTables): Written | null {
  const found = attempt(() => anonymizeTables(linked));
  if (found === null) return null;
  const published = found.tables.map((table): PublishedAs => ({
    ...table,
    keep: found.whole.keep,
    file: `${table.name}.csv`,
    keyOf: caseKey,
  }));
  return linkedRelease(linked, published, files(linked));
}

/** Each table by itself, as if nobody could join them. */
function apart(linked: LinkedTables): Written | null {
  const published = linked.tables.map((table): PublishedAs | null => {
    const numbers = [...new Set(table.unit)];
    const unit = table.unit.map((u) => numbers.indexOf(u));
    const { k, suppressionLimit } = linked;
    const found = attempt(() =>
      anonymize({ rows: table.rows, unit, quasiIdentifiers: table.quasiIdentifiers, k, suppressionLimit }),
    );
    if (found === null) return null;
    const keep = new Uint8Array(linked.tables[0]!.rows);
    for (const [own, u] of numbers.entries()) keep[u] = found.keep[own]!;
    return { ...found, keep, name: table.name, file: `${table.name}.csv`, keyOf: caseKey };
  });
  if (published.includes(null)) return null;
  return linkedRelease({ ...linked, models: [] }, published as PublishedAs[], files(linked));
}

describe('linked tables searched as one', () => {
  it('give every unit k others like it over all tables, and the verifier finds the join sound', async () => {
    let published = 0;
    await fc.assert(
      fc.asyncProperty(randomLinkedTables, async (linked) => {
        const release = together(linked);
        if (release === null) return;
        expect(smallestJoin(release)).toBeGreaterThanOrEqual(linked.k);
        expect(await verify(release)).toEqual([]);
        published += Number(release.some(({ rows }) => rows.length > 0));
      }),
      { numRuns: 150, seed: 20260308 },
    );
    expect(published).toBeGreaterThan(55);
  });

  it('lose no more than the best of all transformations of all tables', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomLinkedTables, (given) => {
        const linked = { ...given, models: [], metric: { name: 'entropy', monotonic: true } as const };
        const problem = linkTables(linked);
        const found = attempt(() => anonymizeTables(linked));
        const limit = Math.floor(linked.tables[0]!.rows * linked.suppressionLimit);
        const losses = [...everyTransformation(problem)]
          .map((levels) => slowNode(problem, levels, linked.metric))
          .filter(({ suppressedUnits }) => suppressedUnits <= limit)
          .map(({ loss }) => loss[0]!);
        if (found === null) expect(losses).toEqual([]);
        else expect(found.whole.loss).toBeCloseTo(Math.min(...losses), 8);
        compared += losses.length;
      }),
      { numRuns: 30, seed: 20260309 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('count what is left out table by table', () => {
    fc.assert(
      fc.property(randomLinkedTables, (linked) => {
        const found = attempt(() => anonymizeTables(linked));
        if (found === null) return;
        for (const [t, { unit }] of linked.tables.entries()) {
          const gone = unit.filter((u) => found.whole.keep[u] === 0);
          expect(found.tables[t]).toMatchObject({
            rows: unit.length,
            units: new Set(unit).size,
            suppressedRows: gone.length,
            suppressedUnits: new Set(gone).size,
          });
        }
      }),
      { numRuns: 100, seed: 20260310 },
    );
  });
});

describe('tables with k each by itself', () => {
  it('are refused, linked, exactly when somebody with a pencil finds fewer than k behind a join', async () => {
    const seen = { refused: 0, sound: 0 };
    await fc.assert(
      fc.asyncProperty(randomLinkedTables, async (linked) => {
        const release = apart(linked);
        if (release === null) return;
        const codes = await verify(release);
        const fewer = smallestJoin(release) < linked.k;
        expect(new Set(codes)).toEqual(new Set(fewer ? ['joined-class-below-k'] : []));
        seen[fewer ? 'refused' : 'sound']++;
      }),
      { numRuns: 150, seed: 20260311 },
    );
    expect([seen.refused > 20, seen.sound > 20]).toEqual([true, true]);
  });
});
