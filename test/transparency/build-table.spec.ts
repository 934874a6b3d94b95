import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anonymize, AnonymizationRefused, Dictionary, groups } from '../../src/transparency/anonymize/index.js';
import { buildTable } from '../../src/transparency/build/build-table.js';
import { tableManifest } from '../../src/transparency/build/release-manifest.js';
import type { ReleasePlan } from '../../src/transparency/build/release-plan.js';
import type { Cell, RowSource } from '../../src/transparency/build/row-source.js';
import { verifyRelease } from '../../src/transparency/verify/index.js';

const directory = mkdtempSync(join(tmpdir(), 'redress-build-'));
const path = join(directory, 'data.csv');
afterAll(() => {
  rmSync(directory, { recursive: true });
});

type Row = Readonly<Record<string, Cell>>;
/** Rows in memory, those of a unit together; `after` changes them once they have been read. */
const rowsOf = (rows: readonly Row[], after: (rows: readonly Row[]) => readonly Row[] = (same) => same): RowSource => {
  let now = rows;
  return {
    each: (columns, onRow) => {
      for (const row of now) onRow(columns.map((name) => row[name] ?? null));
      now = after(now);
      return Promise.resolve();
    },
  };
};

const text = (name: string) => ({ name, title: name, description: name });
const beats = (words: readonly string[]) =>
  groups('place', words, [new Map(words.map((word) => [word, word.slice(0, 1)]))]);
const quasiIdentifier = { role: 'quasi-identifier', scope: 'row', minLevel: 0, levels: [] } as const;
const plan: ReleasePlan = {
  columns: [
    { ...text('case'), role: 'key', repeats: false },
    { ...text('officer'), role: 'key', repeats: true },
    { ...text('place'), ...quasiIdentifier, hierarchy: beats },
    { ...text('race'), ...quasiIdentifier, hierarchy: (words) => groups('race', words, []) },
    {
      ...text('finding'),
      role: 'sensitive',
      type: 'text',
      missing: '',
      list: false,
      known: new Set(['a', 'b']),
      unknown: 'if-common',
    },
    {
      ...text('note'),
      role: 'insensitive',
      type: 'text',
      missing: '',
      list: true,
      known: new Set(),
      unknown: 'if-common',
    },
  ],
  ...{ unit: 'case', subject: null, k: 2, suppressionLimit: 0.25, budgetMs: Infinity },
  models: [{ type: 'distinct-l', attribute: 'finding', l: 2 }],
};

const randomRow = fc.record({
  place: fc.constantFrom('x1', 'x2', 'y1', null),
  race: fc.constantFrom('p', 'q'),
  finding: fc.constantFrom('a', 'b', 'c', null),
  note: fc.constantFrom('seen', 'seen; heard', 'a story', null),
  officer: fc.constantFrom('1', '2', '3'),
});
const randomUnits = fc
  .array(fc.array(randomRow, { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 24 })
  .map((units) => units.flatMap((own, unit) => own.map((row): Row => ({ ...row, case: `case ${unit}` }))));

const build = (rows: readonly Row[], over: Partial<ReleasePlan> = {}) =>
  buildTable(rowsOf(rows), { ...plan, ...over }, { path, key: Buffer.alloc(32, 5) });

/** The same question, asked of the engine row by row. */
function asked(rows: readonly Row[]) {
  const coded = (word: (row: Row) => string) => {
    const dictionary = new Dictionary();
    return { codes: Int32Array.from(rows, (row) => dictionary.code(word(row))), words: dictionary.words };
  };
  const place = coded((row) => row.place ?? 'unknown');
  const race = coded((row) => row.race ?? 'unknown');
  const finding = coded((row) => row.finding ?? '');
  const uses = (word: string) => new Set(rows.filter((row) => row.finding === word).map((row) => row.case)).size;
  const shown = coded((row) => (row.finding === 'c' && uses('c') < plan.k ? 'other' : (row.finding ?? '')));
  return {
    ...{ rows: rows.length, k: plan.k, suppressionLimit: plan.suppressionLimit, models: plan.models },
    unit: coded((row) => row.case ?? '').codes,
    quasiIdentifiers: [
      { name: 'place', codes: place.codes, hierarchy: beats(place.words) },
      { name: 'race', codes: race.codes, hierarchy: groups('race', race.words, []) },
    ],
    sensitive: [{ name: 'finding', codes: finding.words.length > 0 ? shown.codes : finding.codes }],
  };
}

describe('a table built from distinct signatures', () => {
  it('loses exactly what the same rows lose one by one, and the verifier finds every promise kept', async () => {
    const seen = { built: 0, refused: 0, suppressing: 0 };
    await fc.assert(
      fc.asyncProperty(randomUnits, async (rows) => {
        const problem = asked(rows);
        let expected;
        try {
          expected = anonymize(problem);
        } catch (error) {
          expect(error).toBeInstanceOf(AnonymizationRefused);
          await expect(build(rows)).rejects.toMatchObject({ code: 'infeasible' });
          seen.refused++;
          return;
        }
        const built = await build(rows);
        const { result } = built.choice;
        expect(result.loss).toBeCloseTo(expected.loss, 9);
        if (result.transformation.join() === expected.transformation.join())
          expect([result.suppressedRows, result.suppressedUnits]).toEqual([
            expected.suppressedRows,
            expected.suppressedUnits,
          ]);
        const proof = await verifyRelease({ csvPath: path, manifest: tableManifest('table', plan, built) });
        expect(proof.violations).toEqual([]);
        expect(proof.rows).toBe(rows.length - result.suppressedRows);
        seen.built++;
        if (result.suppressedUnits > 0) seen.suppressing++;
      }),
      { numRuns: 150, seed: 20260310 },
    );
    expect(Math.min(seen.built, seen.suppressing)).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(3);
    expect(readdirSync(directory)).toEqual(['data.csv']);
  });

  const four = (over: (at: number) => Row): Row[] =>
    Array.from({ length: 4 }, (_, at) => ({
      case: `${at}`,
      officer: '1',
      place: 'x1',
      race: 'p',
      finding: at % 2 ? 'a' : 'b',
      ...over(at),
    }));

  it('publishes a word only when k units that are published use it', async () => {
    await build(four((at) => ({ note: at < 2 ? 'seen; heard' : 'seen; a story that one person told' })).slice(0, 3));
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
    expect(lines.map((line) => line.split(',').at(-1)).sort()).toEqual(['heard; seen', 'heard; seen', 'other; seen']);
  });

  it('counts people, not units, where the source tells whose a unit is', async () => {
    const people = four((at) => ({ person: at < 2 ? 'one' : 'two', place: at < 2 ? 'x1' : 'y1' }));
    const told = await build(people, { subject: 'person' });
    expect(told.choice.result).toMatchObject({ smallestClass: 2, classes: 1 });
    expect(told.choice.levels.get('place')).toBe(2);
    expect((await build(people)).choice.levels.get('place')).toBe(0);
  });

  it('holds back the level that a charter sets as a floor, and collects no finer tuples', async () => {
    const columns = plan.columns.map((column) =>
      column.name === 'place' ? { ...column, minLevel: 1 } : column,
    ) as ReleasePlan['columns'];
    const built = await build(
      four((at) => ({ place: at < 2 ? 'x1' : 'x2' })),
      { columns },
    );
    expect(readFileSync(path, 'utf8')).not.toMatch(/x[12]/);
    expect(built.snapshot.book.tuples.count).toBe(2);
  });

  it('is refused when the rows have changed between the two readings (planted)', async () => {
    const rows = four(() => ({}));
    for (const change of [
      (all: readonly Row[]) => all.slice(1),
      (all: readonly Row[]) => all.map((row, at) => (at === 0 ? { ...row, place: 'z9' } : row)),
      (all: readonly Row[]) => all.map((row, at) => (at === 0 ? { ...row, finding: 'c' } : row)),
    ])
      await expect(buildTable(rowsOf(rows, change), plan, { path, key: Buffer.alloc(32) })).rejects.toMatchObject({
        code: 'source-changed',
      });
  });
});
