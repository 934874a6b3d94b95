import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClassDemands } from './demands.js';
import { emptyLedger, type Ledger } from './ledger.js';
import { planRelease, type ReleasePlan } from './plan-release.js';
import { countCells } from './published-facts.js';
import type { SeriesRules } from './series-rules.js';
import type { SeriesUnits } from './series-units.js';
import { ABSENT } from './showing.js';

const CLASSES = 3;
/** Units written as [class, value]; null is gone. */
function units(words: readonly (readonly [number, number] | null)[]): SeriesUnits {
  const values = Int32Array.from(words, (word) => word?.[1] ?? 0);
  return {
    ...{ count: words.length, present: Uint8Array.from(words, (word) => Number(word !== null)) },
    classOf: Int32Array.from(words, (word) => word?.[0] ?? 0),
    ...{ classes: CLASSES, content: values, sensitive: [values], values: [3] },
  };
}
const times = (count: number, of: readonly [number, number]) => Array.from({ length: count }, () => of);
const plan = (given: SeriesUnits, ledger: Ledger, rules: SeriesRules, demands?: ClassDemands): ReleasePlan =>
  planRelease(given, ledger, rules, { former: [], random: () => 0.5, ...(demands ? { demands } : {}) });
const shownIn = ({ show }: ReleasePlan, { classOf }: SeriesUnits): number[] =>
  Array.from({ length: CLASSES }, (_, id) => show.filter((how, unit) => how !== ABSENT && classOf[unit] === id).length);

describe('demands on a class beyond those of a series', () => {
  const rules = { k: 2, values: [{ l: 1 }] };
  const atLeast =
    (least: number, { classOf }: SeriesUnits): ClassDemands =>
    (show) =>
      [0, 1, 2].filter((id) => {
        const there = show.filter((how, unit) => how !== ABSENT && classOf[unit] === id).length;
        return there > 0 && there < least;
      });

  it('let a class wait until it meets them, and the others not', () => {
    const first = units([...times(3, [0, 0]), ...times(5, [1, 0])]);
    const one = plan(first, emptyLedger(1), rules, atLeast(5, first));
    expect([shownIn(one, first), one.heldBack.arriving]).toEqual([[0, 5, 0], 3]);
    const second = units([...times(3, [0, 0]), ...times(5, [1, 0]), ...times(2, [0, 1])]);
    expect(shownIn(plan(second, one.ledger, rules, atLeast(5, second)), second)).toEqual([5, 5, 0]);
  });

  it('take a class away that does not meet them any more, and no other', () => {
    const first = units([...times(6, [0, 0]), ...times(6, [1, 0])]);
    const one = plan(first, emptyLedger(1), rules, atLeast(5, first));
    expect(shownIn(one, first)).toEqual([6, 6, 0]);
    const second = units([null, null, ...times(4, [0, 0]), ...times(6, [1, 0])]);
    expect(shownIn(plan(second, one.ledger, rules), second)).toEqual([4, 6, 0]);
    expect(shownIn(plan(second, one.ledger, rules, atLeast(5, second)), second)).toEqual([0, 6, 0]);
  });

  it('that nothing can meet are told, not broken', () => {
    const first = units(times(6, [0, 0]));
    expect(() => plan(first, emptyLedger(1), rules, () => [0])).toThrow(
      expect.objectContaining({ code: 'series-demands-broken', message: 'a class breaks a demand of the charter' }),
    );
  });
});

describe('closeness in a series', () => {
  const shares = (counts: Int32Array): number[] => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return [...counts].map((count) => count / all);
  };
  it('holds of every class of every release against the whole release', () => {
    let [waiting, shown] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 6, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 20 }),
        fc.array(fc.nat(39), { maxLength: 3 }),
        fc.constantFrom(0.1, 0.25, 0.4),
        (first, more, gone, t) => {
          let ledger = emptyLedger(1);
          const later = first.map((word, unit) => (gone.includes(unit) ? null : word));
          for (const words of [first, [...later, ...more]]) {
            const given = units(words);
            const planned = plan(given, ledger, { k: 2, values: [{ l: 1, t }] });
            ledger = planned.ledger;
            const whole = shares(countCells(planned.facts, new Int32Array(CLASSES), 1, [3]).values[0]!);
            for (let id = 0; id < CLASSES; id++) {
              const of = Int32Array.from({ length: CLASSES }, (_, each) => Number(each === id));
              const counts = countCells(planned.facts, of, 2, [3]).values[0]!.subarray(3);
              if (counts.every((count) => count === 0)) continue;
              const apart = shares(counts).reduce((sum, share, value) => sum + Math.abs(share - whole[value]!), 0) / 2;
              expect(apart).toBeLessThanOrEqual(t + 1e-9);
            }
            shown += planned.show.filter((how) => how !== ABSENT).length;
            waiting += planned.heldBack.arriving;
          }
        },
      ),
      { numRuns: 120, seed: 20261126 },
    );
    expect([shown, waiting]).toEqual([2086, 1358]);
  });

  it('is of each attribute that asks for it, exactly', () => {
    const alike = units([...times(3, [0, 0]), ...times(1, [0, 1]), ...times(1, [1, 0]), ...times(3, [1, 1])]);
    const at = (t: number | undefined) =>
      shownIn(plan(alike, emptyLedger(1), { k: 2, values: [{ l: 1, ...(t === undefined ? {} : { t }) }] }), alike);
    expect([at(undefined), at(0.25), at(0.24)]).toEqual([
      [4, 4, 0],
      [4, 4, 0],
      [0, 0, 0],
    ]);
  });
});
