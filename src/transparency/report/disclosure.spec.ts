import { describe, expect, it } from '@jest/globals';
import { FILE, RACES, smallRelease, trueDistances, type Cell } from '../../../test/support/small-release.js';
import { utilityReport, type ReportInput, type UtilityReport } from './index.js';

/** All ways to put `total` into `places` boxes. */
function* splits(places: number, total: number): Generator<number[]> {
  if (places === 1) yield [total];
  else
    for (let first = 0; first <= total; first++)
      for (const rest of splits(places - 1, total - first)) yield [first, ...rest];
}

interface World {
  readonly input: ReportInput;
  readonly secret: readonly number[];
}

/** Of all records with this file and so many left out, those that give the same report: how far each secret may range. */
function spans(worlds: Iterable<World>, read: (told: UtilityReport, world: World) => unknown) {
  const told = new Map<string, { least: number[]; most: number[] }>();
  for (const world of worlds) {
    const { input, secret } = world;
    const answer = JSON.stringify(read(utilityReport(input), world));
    const { least, most } = told.get(answer) ?? { least: [...secret], most: [...secret] };
    told.set(answer, {
      least: least.map((value, at) => Math.min(value, secret[at]!)),
      most: most.map((value, at) => Math.max(value, secret[at]!)),
    });
  }
  return [...told.values()].map(({ least, most }) => most.map((value, at) => value - least[at]!));
}

function* leftOutByRaceAndFinding(total: number) {
  for (const split of splits(6, total)) {
    const cells = split.map((count, at): Cell => [at % 3, at < 3 ? 0 : 1, 0, count]);
    const races = RACES.map((_, race) => split[race]! + split[race + 3]!);
    const sustained = split[0]! + split[1]! + split[2]!;
    yield { input: smallRelease(FILE, cells), secret: [...races, sustained, total - sustained] };
  }
}

/** Places are not in the file: how many the file has of each is as secret as how many were left out. */
function* byPlace(published: number, leftOut: number) {
  for (const shown of splits(3, published))
    for (const gone of splits(3, leftOut)) {
      const cells = (counts: readonly number[]) => counts.map((count, place): Cell => [0, 1, place, count]);
      yield {
        input: smallRelease(cells(shown), cells(gone)),
        secret: [...gone, ...gone.map((count, at) => count + shown[at]!)],
      };
    }
}

const counts = ({ margins: _, columns: __, ...told }: UtilityReport) => told;

describe('a reader who knows the file, the manifest and this program', () => {
  it.each([7, 8, 9])('cannot count the people left out of any group (%i left out)', (total) => {
    expect(Math.min(...spans(leftOutByRaceAndFinding(total), counts).flat())).toBeGreaterThanOrEqual(2);
  });

  it('cannot count them by a column that the file does not show, nor how many there are', () => {
    expect(Math.min(...spans(byPlace(12, 8), counts).flat())).toBeGreaterThanOrEqual(2);
  });

  it('could, if distances were told without noise (planted)', () => {
    const rounded = (_: UtilityReport, { input }: World) => trueDistances(input).map((far) => Math.round(far / 0.05));
    expect(Math.min(...spans(leftOutByRaceAndFinding(8), rounded).flat())).toBeLessThan(2);
  });

  it('could, if only counts below k were hidden (planted)', () => {
    const hideSmall = (_: UtilityReport, { secret }: World) => secret.map((n) => (n > 0 && n < 2 ? 'few' : n));
    expect(Math.min(...spans(leftOutByRaceAndFinding(7), hideSmall).flat())).toBeLessThan(2);
  });

  it('does not learn from the next report whom the one more is that was left out', () => {
    const before = [0, 1, 2].map((race): Cell => [race, 1, 0, [4, 3, 0][race]!]);
    const first = utilityReport(smallRelease(FILE, before));
    const next = (race: number, more: number, previous?: UtilityReport) => {
      const added = before.map(([r, f, p, count]): Cell => [r, f, p, count + (r === race ? more : 0)]);
      return utilityReport(smallRelease(FILE, added, previous && { previous })).suppression;
    };
    for (const race of [0, 1, 2]) expect(next(race, 1, first)).toEqual(first.suppression);
    expect(next(0, 1)).not.toEqual(next(1, 1)); // planted: a report that does not know the one before
    expect(next(0, 2, first)).not.toEqual(first.suppression);
  });

  it('learns nothing of a few who were left out at another level than before', () => {
    const first = utilityReport(smallRelease(FILE, [[2, 1, 0, 7]]));
    const places = utilityReport(
      smallRelease(FILE, [[2, 1, 0, 8]], { rounds: [[1, 1]], k: 2, previous: first }),
    ).suppression;
    expect(places.map(({ name, step }) => [name, step])).toEqual([
      ['race', null],
      ['place', first.suppression[1]!.step],
      ['finding', first.suppression[2]!.step],
    ]);
  });
});
