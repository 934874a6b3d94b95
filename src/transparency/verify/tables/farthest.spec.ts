import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Equation } from './equation.js';
import { Contradiction, farthest, programme } from './farthest.js';
import { reduce } from './reduced.js';
import { Tableau } from './tableau.js';

/** A square of withheld counts with known margins: every way to fill it lies between bounds that anybody can work out. */
const square = (counts: readonly (readonly number[])[]): Equation[] => {
  const size = counts.length;
  const line = (cells: number[]): Equation => ({
    cells,
    factors: cells.map(() => 1),
    side: cells.reduce((sum, cell) => sum + counts[Math.floor(cell / size)]![cell % size]!, 0),
  });
  const steps = [...counts.keys()];
  return [
    ...steps.map((row) => line(steps.map((at) => row * size + at))),
    ...steps.map((at) => line(steps.map((row) => row * size + at))),
  ];
};
const counts = fc
  .integer({ min: 2, max: 4 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(3), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );

describe('the farthest value of a withheld cell', () => {
  it("lies at Fréchet's bounds in a two-way table of unknown counts", () => {
    fc.assert(
      fc.property(counts, (of) => {
        const equations = square(of);
        const reduced = reduce(equations)!;
        const size = of.length;
        const total = of.flat().reduce((sum, count) => sum + count, 0);
        for (const cell of reduced.bound) {
          const [row, column] = [
            equations[Math.floor(cell.cell / size)]!.side,
            equations[size + (cell.cell % size)]!.side,
          ];
          expect(farthest(programme(reduced, Infinity), cell, 'minimize')).toBeCloseTo(
            Math.max(0, row + column - total),
            6,
          );
          expect(farthest(programme(reduced, Infinity), cell, 'maximize')!).toBeCloseTo(Math.min(row, column), 6);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('is the same by the tableau of our own, from whichever vertex it stands at', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(Infinity, 12), (of, upper) => {
        const reduced = reduce(square(of))!;
        const whole = programme(reduced, upper);
        const tableau = new Tableau(reduced, upper);
        for (const cell of [...reduced.bound, ...reduced.bound.toReversed()]) {
          expect(tableau.greatest(cell.cell)).toBeCloseTo(farthest(whole, cell, 'maximize')!, 6);
          expect(tableau.least(cell.cell)).toBeCloseTo(farthest(whole, cell, 'minimize')!, 6);
        }
      }),
      { numRuns: 150, seed: 8 },
    );
  });

  it('does not exist where the margins cannot be true of counts', () => {
    // x + y = 3 and x - y = 5: y would be -1.
    const reduced = reduce([
      { cells: [0, 1], factors: [1, 1], side: 3 },
      { cells: [0, 1, 2], factors: [1, -1, -1], side: 5 },
    ])!;
    expect(() => new Tableau(reduced, Infinity)).toThrow(Contradiction);
    expect(() => farthest(programme(reduced, Infinity), reduced.bound[0]!, 'maximize')).toThrow(Contradiction);
  });
});
