import { describe, expect, it } from '@jest/globals';
import { protectCounts } from './protected-counts.js';

type Teller = (counts: readonly number[], published: readonly number[], k: number) => unknown;

/** What a reader gets: values that the file does not show are not named. */
const ours: Teller = (counts, published, k) => {
  const total = sum(counts);
  const shown = published.flatMap((count, group) => (count >= k ? [group] : []));
  const open = shown.reduce((least, group) => (published[group]! < published[least]! ? group : least), shown[0]!);
  const told = protectCounts({ k, counts, total, most: total, isShown: (group) => published[group]! >= k, open });
  return told && { ...told, other: told.other.filter((group) => published[group]! > 0) };
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** All ways to leave out so many people over so many groups. */
function* worlds(groups: number, total: number): Generator<number[]> {
  if (groups === 1) yield [total];
  else
    for (let first = 0; first <= total; first++)
      for (const rest of worlds(groups - 1, total - first)) yield [first, ...rest];
}

/** The reader knows the file, the total and the program, tries every world, and keeps those that would have been told so. */
function narrowest(tell: Teller, published: readonly number[], total: number, k: number): number {
  const told = new Map<string, { least: number[]; most: number[] }>();
  for (const world of worlds(published.length, total)) {
    const answer = JSON.stringify(tell(world, published, k));
    const { least, most } = told.get(answer) ?? { least: world, most: world };
    const bound = (pick: typeof Math.min, values: number[]) => values.map((value, at) => pick(value, world[at]!));
    told.set(answer, { least: bound(Math.min, least), most: bound(Math.max, most) });
  }
  return Math.min(...[...told.values()].flatMap(({ least, most }) => least.map((low, group) => most[group]! - low)));
}

const FILES = [
  [9, 8],
  [9, 9, 9],
  [9, 0, 0],
  [0, 9, 1],
  [9, 8, 0, 1],
];
const CASES = FILES.flatMap((published) =>
  [2, 3, 5].map((k): [number[], number, number[]] => [
    published,
    k,
    Array.from({ length: published.length > 3 ? 12 : 27 }, (_, at) => k + at),
  ]),
);

describe('counts of people left out', () => {
  it.each(CASES)(
    'leave a reader of %j a span of k = %i for every group, whatever the total',
    (published, k, totals) => {
      for (const total of totals) expect(narrowest(ours, published, total, k)).toBeGreaterThanOrEqual(k);
    },
  );

  it.each<[string, Teller]>([
    ['exact counts', (counts) => counts],
    ['one hidden count', (counts, _, k) => counts.map((count) => (count > 0 && count < k ? 'few' : count))],
    ['steps, and a step for the last group, too', (counts, _, k) => counts.map((count) => Math.floor(count / (k + 1)))],
    [
      'exact counts where all are large enough',
      (counts, _, k) => (counts.every((count) => count >= k) ? counts : null),
    ],
  ])('are found out when told as %s (planted)', (_, tell) => {
    expect(narrowest(tell, [9, 9, 9], 12, 3)).toBeLessThan(3);
  });

  it('are told as steps that hold the truth', () => {
    const counts = [0, 3, 47, 120, 4];
    const told = protectCounts({ k: 11, counts, total: 174, most: 174, isShown: (group) => group < 4, open: 0 });
    expect(told).toEqual({
      step: 20,
      named: [1, 2, 3],
      ranges: [
        { least: 0, most: 14 },
        { least: 40, most: 54 },
        { least: 120, most: 134 },
      ],
      other: [0, 4],
      otherRange: { least: 0, most: 14 },
    });
  });

  it('are told exactly only when there are none, and not at all below k', () => {
    const secret = { k: 5, isShown: () => true, open: 0 };
    expect(protectCounts({ ...secret, counts: [0, 0], total: 0, most: 0 })?.ranges).toEqual([{ least: 0, most: 0 }]);
    expect(protectCounts({ ...secret, counts: [1, 3], total: 4, most: 4 })).toBeNull();
  });

  it('keep their steps from report to report, or join two', () => {
    const steps = Array.from({ length: 400 }, (_, total) => {
      const told = protectCounts({
        k: 11,
        counts: [0],
        total: 11 + total,
        most: 11 + total,
        isShown: () => true,
        open: 0,
      });
      return told!.step / 20;
    });
    expect(steps.every((ratio) => Number.isInteger(Math.log2(ratio)))).toBe(true);
    expect(Math.max(...steps)).toBeGreaterThan(1);
  });
});
