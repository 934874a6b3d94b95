import fc from 'fast-check';
import { table, type LinkedTables, type PrivacyModel } from '../../src/transparency/anonymize/index.js';

const ages = table('age', [
  ['21', '20s'],
  ['27', '20s'],
  ['34', '30s'],
]);
const ranks = table('rank', [
  ['officer', 'officer'],
  ['sergeant', 'higher'],
  ['captain', 'higher'],
]);
const findings = table('finding', [['sustained'], ['unfounded'], ['exonerated']]);

const models: fc.Arbitrary<readonly PrivacyModel[]> = fc.constantFrom(
  [],
  [],
  [{ type: 'distinct-l', attribute: 'allegations.finding', l: 2 }],
  [{ type: 't-closeness', attribute: 'allegations.finding', t: 0.4, distance: 'equal' }],
  [{ type: 'recursive-cl', attribute: 'allegations.finding', c: 2, l: 2 }],
);

/** Complaints of one row each, and up to two allegations and two people of each, with findings on the allegations. */
export const randomLinkedTables: fc.Arbitrary<LinkedTables> = fc
  .record({
    units: fc.integer({ min: 1, max: 14 }),
    k: fc.integer({ min: 1, max: 3 }),
    suppressionLimit: fc.constantFrom(0, 0.2, 0.5, 1),
    models,
    people: fc.boolean(),
    seed: fc.array(fc.nat(1000), { minLength: 200, maxLength: 200 }),
  })
  .map(({ units, k, suppressionLimit, models: demands, people, seed }) => {
    const draw = (at: number, limit: number): number => seed[at % seed.length]! % limit;
    const rowsOf = (start: number, odds: number): Int32Array =>
      Int32Array.from({ length: units * 2 }, (_, i) => i >> 1).filter((_, i) => draw(start + i, 5) < odds);
    const codes = (rows: Int32Array, start: number): Int32Array => rows.map((_, row) => draw(start + row, 3));
    const all = Int32Array.from({ length: units }, (_, u) => u);
    const allegations = rowsOf(20, 3);
    const complainants = rowsOf(60, 2);
    const tables = [
      {
        name: 'complaints',
        rows: units,
        unit: all,
        quasiIdentifiers: [{ name: 'age', codes: codes(all, 90), hierarchy: ages }],
      },
      {
        name: 'allegations',
        rows: allegations.length,
        unit: allegations,
        quasiIdentifiers: [{ name: 'rank', codes: codes(allegations, 110), hierarchy: ranks }],
        sensitive: [{ name: 'finding', codes: codes(allegations, 140), hierarchy: findings }],
      },
      {
        name: 'people',
        rows: complainants.length,
        unit: complainants,
        quasiIdentifiers: [{ name: 'age', codes: codes(complainants, 170), hierarchy: ages }],
      },
    ];
    return { tables: people ? tables : tables.slice(0, 2), k, suppressionLimit, models: demands };
  });
