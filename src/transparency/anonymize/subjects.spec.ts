import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSharedSubjects, collectSubjects, joinSubjects } from './subjects.js';

const plain = ({ lone, starts, signatures }: ReturnType<typeof collectSubjects>) => ({
  lone: [...lone],
  shared: [...starts.slice(1)].map((end, i) => [...signatures.subarray(starts[i], end)]),
});

describe('who stands behind signatures', () => {
  it('is a person once, however many units they have, and listed where there are several signatures', () => {
    // Person 7 has units behind 0 and 2, person 8 two behind 1, person 9 one behind 2.
    const subjects = collectSubjects(
      Int32Array.of(0, 1, 2, 1, 2),
      Int32Array.of(1, 2, 2),
      Int32Array.of(7, 8, 9, 8, 7),
    );
    expect(plain(subjects)).toEqual({ lone: [0, 1, 1], shared: [[0, 2]] });
  });

  it('is as many as there are units, where nobody is named', () => {
    const units = Int32Array.of(3, 2);
    const subjects = collectSubjects(Int32Array.of(0, 0, 0, 1, 1), units, undefined);
    expect(subjects.lone).toBe(units);
    expect(plain(subjects).shared).toEqual([]);
  });

  it('is counted once in each class, in whatever way signatures are joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ signature: fc.nat(4), person: fc.nat(5) }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
        fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }),
        (rows, classOf, upper) => {
          const signatureOf = Int32Array.from(rows, ({ signature }) => signature);
          const units = Int32Array.from({ length: 5 }, (_, s) => signatureOf.filter((each) => each === s).length);
          const subjects = collectSubjects(
            signatureOf,
            units,
            Int32Array.from(rows, ({ person }) => person * 3),
          );
          const people = (of: (signature: number) => number, classes: number) =>
            Array.from({ length: classes }, (_, id) => {
              const there = rows.filter(({ signature }) => of(signature) === id);
              return new Set(there.map(({ person }) => person)).size;
            });
          const counted = (of: typeof subjects, to: Int32Array, classes: number): number[] => {
            const counts = new Int32Array(classes);
            for (const [s, count] of of.lone.entries()) counts[to[s]!] = counts[to[s]!]! + count;
            addSharedSubjects(of, to, counts, new Int32Array(classes).fill(-1));
            return [...counts];
          };
          const to = Int32Array.from(classOf);
          expect(counted(subjects, to, 3)).toEqual(people((s) => classOf[s]!, 3));
          const joined = joinSubjects(subjects, to, 3);
          for (const shared of plain(joined).shared) expect(new Set(shared).size).toBe(shared.length);
          expect(plain(joined).shared.every((shared) => shared.length > 1)).toBe(true);
          expect(counted(joined, Int32Array.from(upper), 2)).toEqual(people((s) => upper[classOf[s]!]!, 2));
        },
      ),
      { numRuns: 200, seed: 20261128 },
    );
  });
});
