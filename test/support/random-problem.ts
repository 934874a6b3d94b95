import fc from 'fast-check';
import { table, type Problem } from '../../src/transparency/anonymize/index.js';

/** Hierarchies of 1 to 6 base values whose groups are joined at random, level by level. */
const hierarchy = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.array(fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), { maxLength: 2 }),
  )
  .map(([domain, joins]) => {
    const lines = Array.from({ length: domain }, (_, base) => [`v${base}`]);
    for (const [g, groupOf] of joins.entries())
      for (const line of lines)
        line.push(`${g}:${groupOf[g === 0 ? Number(line[0]!.slice(1)) : Number(line[g]!.slice(2))]!}`);
    return table('random', lines);
  });

/** Small tables: rows alone or in units of several, subjects their own or shared. */
export const randomProblem: fc.Arbitrary<Problem> = fc
  .record({
    rows: fc.integer({ min: 0, max: 24 }),
    hierarchies: fc.array(hierarchy, { minLength: 1, maxLength: 4 }),
    k: fc.integer({ min: 1, max: 4 }),
    suppressionLimit: fc.constantFrom(0, 0.05, 0.2, 0.5, 1),
    kind: fc.constantFrom('rows', 'units', 'subjects', 'both', 'both'),
    seed: fc.array(fc.nat(1000), { minLength: 24 * 6, maxLength: 24 * 6 }),
  })
  .map(({ rows, hierarchies, k, suppressionLimit, kind, seed }) => {
    const raw = Array.from({ length: rows }, (_, row) => seed[row]! % (kind === 'rows' ? 99 : 9));
    const dense = [...new Set(raw)];
    const unit = Int32Array.from(raw, (u) => dense.indexOf(u));
    const units = kind === 'rows' || kind === 'subjects' ? rows : dense.length;
    return {
      rows,
      quasiIdentifiers: hierarchies.map((h, j) => ({
        name: `q${j}`,
        hierarchy: h,
        codes: Int32Array.from({ length: rows }, (_, row) => seed[24 * (j + 1) + row]! % h.levels[0]!.codes.length),
      })),
      ...(kind === 'units' || kind === 'both' ? { unit } : {}),
      ...(kind === 'subjects' || kind === 'both'
        ? { subject: Int32Array.from({ length: units }, (_, u) => seed[120 + (u % 24)]! % 7) }
        : {}),
      k,
      suppressionLimit,
    };
  });
