import { describe, expect, it } from '@jest/globals';
import { emptyLedger, nextEpoch, type Ledger } from './ledger.js';
import type { FormerEpoch } from './former-epoch.js';
import { planRelease, type ReleasePlan } from './plan-release.js';
import type { SeriesUnits } from './series-units.js';
import { AS_BEFORE, AS_RECORDED } from './showing.js';

const K = 3;

/** Units written as `class value`, one sensitive attribute, everything else equal; `-` is gone. */
function units(words: readonly string[], subjects?: readonly number[]): SeriesUnits {
  const parts = words.map((word) => (word === '-' ? [0, 0] : word.split(' ').map(Number)));
  return {
    count: words.length,
    present: Uint8Array.from(words, (word) => Number(word !== '-')),
    classOf: Int32Array.from(parts, ([classOf = 0]) => classOf),
    classes: 4,
    content: Int32Array.from(parts, ([, value = 0]) => value),
    sensitive: [Int32Array.from(parts, ([, value = 0]) => value)],
    values: [4],
    ...(subjects === undefined ? {} : { subject: Int32Array.from(subjects) }),
  };
}

/** Releases one after the other; always the same unit is drawn as company. */
function run(
  releases: readonly (readonly string[])[],
  { l = 1, subjects, former = [] }: { l?: number; subjects?: readonly number[]; former?: readonly FormerEpoch[] } = {},
): ReleasePlan[] {
  let ledger: Ledger = emptyLedger(1);
  return releases.map((words) => {
    const given = units(words, subjects?.slice(0, words.length));
    const plan = planRelease(given, ledger, { k: K, values: [{ l }] }, { former, random: () => 0.5 });
    ledger = plan.ledger;
    return plan;
  });
}

const shown = (plan: ReleasePlan | undefined): string => [...plan!.show].join('');
const times = (count: number, word: string): string[] => Array.from({ length: count }, () => word);

describe('a class', () => {
  it('appears with k units, and grows by k at once', () => {
    const plans = run([times(2, '0 0'), times(3, '0 0'), times(5, '0 0'), times(6, '0 0')]);
    expect(plans.map(shown)).toEqual(['00', '111', '11100', '111111']);
    expect(plans.map(({ heldBack }) => heldBack.arriving)).toEqual([2, 0, 2, 0]);
  });

  it('counts people, not their units, and nobody twice', () => {
    expect(shown(run([times(4, '0 0')], { subjects: [0, 0, 1, 1] })[0])).toBe('0000');
    const again = run([times(3, '0 0'), times(6, '0 0'), times(7, '0 0')], { subjects: [0, 1, 2, 2, 3, 4, 5] });
    expect(again.map(shown)).toEqual(['111', '111000', '1110111']);
  });

  it('grows by units of l values only', () => {
    const plans = run(
      [
        ['0 0', '0 0', '0 1'],
        ['0 0', '0 0', '0 1', ...times(3, '0 0')],
      ],
      { l: 2 },
    );
    expect(plans.map(shown)).toEqual(['111', '111000']);
  });
});

describe('an expunged unit', () => {
  it('leaves with k − 1 others when enough stay', () => {
    const [, after] = run([times(8, '0 0'), ['-', ...times(7, '0 0')]]);
    expect([...after!.show].filter((how) => how === AS_RECORDED)).toHaveLength(8 - K);
    expect([after!.show[0], after!.expunged, after!.heldBack.inCompany]).toEqual([0, 1, K - 1]);
  });

  it('takes all with it when too few would stay, and they do not come back in the epoch', () => {
    const plans = run([times(5, '0 0'), ['-', ...times(4, '0 0')], ['-', ...times(4, '0 0')]]);
    expect(plans.map(shown)).toEqual(['11111', '00000', '00000']);
    expect(plans[2]!.heldBack.inCompany).toBe(4);
  });

  it('of a person takes the person’s other units of the class with it', () => {
    const subjects = [0, 0, 1, 2, 3, 4, 5, 6, 7];
    const [, after] = run([times(9, '0 0'), ['-', ...times(8, '0 0')]], { subjects });
    expect(after!.show[1]).toBe(0);
  });
});

describe('a correction', () => {
  it('waits until k of a cohort show one, and k do not', () => {
    const before = times(8, '0 0');
    const changed = (count: number): string[] => [...times(count, '0 1'), ...times(8 - count, '0 0')];
    const plans = run([before, changed(2), changed(3), changed(8)]);
    expect(plans.map(({ show }) => [...show].filter((how) => how === AS_BEFORE).length)).toEqual([0, 2, 0, 0]);
    const few = run([before, changed(7)])[1]!;
    expect([...few.show].filter((how) => how === AS_RECORDED)).toHaveLength(6);
  });

  it('of the class moves k together, once in an epoch', () => {
    const to = (count: number, place: number): string[] => [...times(count, `${place} 0`), ...times(8 - count, '0 0')];
    const plans = run([times(8, '0 0'), to(2, 1), to(4, 1), to(4, 2)]);
    expect(plans.map(shown)).toEqual(['11111111', '22111111', '11111111', '22221111']);
  });

  it('leaves l values on both sides, at every time', () => {
    const before = ['0 0', '0 0', '0 0', '0 1', '0 1', '0 1'];
    const after = ['0 2', '0 2', '0 2', '0 1', '0 1', '0 1'];
    expect(shown(run([before, after], { l: 2 })[1])).toBe('222111');
  });
});

describe('across epochs', () => {
  const once = (count: number): FormerEpoch => {
    const facts = run([times(count, '0 0')])[0]!.facts;
    const cells = Int32Array.of(0, 1, 2, 3);
    return {
      coarsenings: [{ cells: 4, cellOfNow: cells, cellOfFormer: cells, finest: true }],
      releases: [{ name: '1.0.0', k: K, facts }],
    };
  };

  it.each([
    [10, 10, 'as many'],
    [11, 10, 'one more is shown as before'],
    [13, 13, 'k more'],
    [9, 7, 'one fewer is k fewer'],
    [2, 0, 'too few are nobody'],
  ])('of %i where there were 10, %i are shown: %s', (count, expected) => {
    const [plan] = run([times(count, '0 0')], { former: [once(10)] });
    expect([...plan!.show].filter((how) => how === AS_RECORDED)).toHaveLength(expected);
  });

  it('a release of which nothing can be compared safely is refused', () => {
    const broken = once(10);
    const [release] = broken.releases;
    const facts = { ...release!.facts, lone: Int32Array.of(2, 0, 0, 0), loneValues: [Int32Array.of(2)], values: [1] };
    const former = [{ ...broken, releases: [{ ...release!, facts }] }];
    expect(() => run([times(9, '1 0')], { former })).toThrow(
      expect.objectContaining({ code: 'series-not-comparable' }),
    );
  });

  it('a unit does not stand among values that leave it fewer than l (m-invariance)', () => {
    const first = planRelease(
      units(['0 0', '0 1', '0 1']),
      emptyLedger(1),
      { k: K, values: [{ l: 2 }] },
      { former: [], random: () => 0 },
    );
    const given = units(['0 0', '1 1', '1 1', '0 2', '0 2', '1 0', '1 0']);
    const next = planRelease(
      given,
      nextEpoch(first.ledger),
      { k: K, values: [{ l: 2 }] },
      { former: [], random: () => 0 },
    );
    // In class 0 whoever stood among {0, 1} would stand among {0, 2}: only 0 is left. In class 1 it is {0, 1} again.
    expect(shown(next)).toBe('0110011');
  });
});

describe('what does not fit together', () => {
  it('is refused', () => {
    const given = { ...units(times(3, '0 0')), content: new Int32Array(2) };
    expect(() =>
      planRelease(given, emptyLedger(1), { k: K, values: [{ l: 1 }] }, { former: [], random: () => 0 }),
    ).toThrow(expect.objectContaining({ code: 'series-malformed' }));
  });
});
