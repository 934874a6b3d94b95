import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessDays, dayOf, dueDay, explainDue, isoOf } from '../../src/deadline/index.js';
import { randomDeadline } from '../support/random-deadline.js';
import { slowDueDay } from '../support/slow-deadlines.js';

const SEED = 20260314;
const RUNS = 10_000;

type Case = typeof randomDeadline extends fc.Arbitrary<infer T> ? T : never;

function reckoned({ calendar, rule, start, pauses, extensionDays, today }: Case) {
  const business = new BusinessDays(calendar);
  const due = dueDay(
    {
      rule,
      start: dayOf(start),
      pauses: pauses.map((pause) => ({
        ...pause,
        from: dayOf(pause.from),
        until: pause.until === null ? null : dayOf(pause.until),
      })),
      extensions: [{ id: 'x', days: extensionDays }],
      today: dayOf(today),
    },
    business,
  );
  return { due, steps: explainDue(rule, dayOf(start), due, business) };
}

const walked = ({ rule, calendar, start, pauses, extensionDays, today }: Case): string =>
  slowDueDay(rule, calendar, start, pauses, extensionDays, today);

describe('the deadline engine', () => {
  it(`agrees with walking the calendar day by day on ${RUNS} random limits (seed ${SEED})`, () => {
    let moved = 0;
    fc.assert(
      fc.property(randomDeadline, (each) => {
        const { due } = reckoned(each);
        if (due.due !== due.plain) moved++;
        expect(isoOf(due.due)).toBe(walked(each));
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // Not a test of plain sums alone: most of these limits were moved by a pause, an extension or a holiday.
    expect(moved).toBeGreaterThan(RUNS / 3);
  }, 120_000);

  it('explains each of them with steps that lead from the first day to the last', () => {
    fc.assert(
      fc.property(randomDeadline, (each) => {
        const { due, steps } = reckoned(each);
        const sum = steps.reduce((days, step) => days + step.days, dayOf(each.start));
        expect(isoOf(sum)).toBe(isoOf(due.due));
        expect(steps.at(-1)!.day === isoOf(due.due) || steps.at(-1)!.days === 0).toBe(true);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it('would be caught by that comparison if it counted the first day (planted)', () => {
    const plant = (): void => {
      fc.assert(
        fc.property(randomDeadline, (each) => {
          expect(isoOf(reckoned(each).due.due - 1)).toBe(walked(each));
        }),
        { seed: SEED, numRuns: 100 },
      );
    };
    expect(plant).toThrow();
  });
});
