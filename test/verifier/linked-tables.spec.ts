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
      { numRuns: 250, seed: 20260308 },
    );
    expect(published).toBeGreaterThan(100);
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
      { numRuns: 60, seed: 20260309 },
    );
    expect(compared).toBeGreaterThan(500);
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
      { numRuns: 250, seed: 20260311 },
    );
    expect([seen.refused > 40, seen.sound > 40]).toEqual([true, true]);
  });
});

describe('tables side by side', () => {
  const unit = Int32Array.from({ length: 8 }, (_, u) => u);
  const codes = unit.map((u) => u % 2);
  const [age, rank] = fc
    .sample(randomLinkedTables, { numRuns: 1, seed: 1 })[0]!
    .tables.map(({ quasiIdentifiers }) => quasiIdentifiers[0]!.hierarchy);
  const linked: LinkedTables = {
    tables: [
      { name: 'complaints', rows: 8, unit, quasiIdentifiers: [{ name: 'age', codes, hierarchy: age! }] },
      { name: 'allegations', rows: 8, unit, quasiIdentifiers: [{ name: 'rank', codes, hierarchy: rank! }] },
    ],
    k: 2,
    suppressionLimit: 0,
  };
  const write = (keyOf: readonly PublishedAs['keyOf'][], links: readonly string[] | null) =>
    linkedRelease(
      linked,
      linked.tables.map(({ name }, t) => ({
        name,
        transformation: [0],
        keep: new Uint8Array(8).fill(1),
        file: `${name}.csv`,
        keyOf: keyOf[t]!,
      })),
      links,
    );
  const ownKey = (u: number): string => caseKey(u + 100);

  it('pass when no key stands in two of them', async () => {
    expect(await verify(write([caseKey, ownKey], null))).toEqual([]);
  });

  it('are refused when one key does and they do not say that they are linked', async () => {
    const oneShared = (u: number): string => (u === 3 ? caseKey(3) : ownKey(u));
    expect(await verify(write([caseKey, oneShared], null))).toEqual(['tables-joinable', 'tables-joinable']);
  });

  it('are refused when only one of them says so', async () => {
    const [complaints, allegations] = write([caseKey, caseKey], files(linked));
    const { linked: _, ...manifest } = allegations!.manifest;
    expect(await verify([complaints!, { ...allegations!, manifest }])).toEqual(['tables-joinable', 'tables-joinable']);
  });

  it('are no proof of the join when one of them is not there', async () => {
    const [complaints] = write([caseKey, caseKey], files(linked));
    expect(await verify([complaints!])).toEqual(['linked-table-missing']);
  });

  it('pass when they are linked and k holds on the join', async () => {
    expect(await verify(write([caseKey, caseKey], files(linked)))).toEqual([]);
  });

  it('are refused when two people have changed places in the second', async () => {
    const crossed = (u: number): string => caseKey(u === 0 ? 1 : u === 1 ? 0 : u);
    expect(new Set(await verify(write([caseKey, crossed], files(linked))))).toEqual(new Set(['joined-class-below-k']));
  });
});
