import { AnonymizationRefused } from '../../anonymization-refused.js';
import { buildHierarchy, UNKNOWN, type Hierarchy } from '../../hierarchy.js';
import { AddressGrid } from './address-grid.js';
import { hiddenAreas, type HiddenAreas } from './hidden-areas.js';
import { checkPlace, type AddressPoint, type Place } from './place.js';

/** police.uk snaps to points with at least 8 postal addresses. */
const FEWEST_ADDRESSES = 8;
/** Decimals of degrees: about 1 m, so that neighbouring cells read differently. */
const DECIMALS = 5;

export interface GeographyRule {
  /** Where people live, in all the areas that places lie in. */
  readonly addresses: readonly AddressPoint[];
  /** Fewest addresses per snap cell, a level each, rising: `[8, 64]`. Default `[8]`. */
  readonly fewestAddresses?: readonly number[];
}

/**
 * Coordinate → snap point with at least 8 addresses → larger cell → beat → district → city → `*`. A snap point reads as
 * its area and the middle of its cell's addresses, `0421 41.77123,-87.58351`; cells do not cross areas. An area with too
 * few addresses reads as the greater one around it (`hiddenAreas`). Every word stands for enough addresses that read so.
 *
 * Level 0 is the coordinate itself: give the column `minLevel: 1`.
 * @param words base values
 * @param places word → where it is; null: `unknown` at every level
 * @throws AnonymizationRefused `hierarchy-not-nested` when an area lies in two greater ones; `hierarchy-incomplete` when
 *   even the greatest area of a place has too few addresses, or a coordinate is none
 */
export function geography(
  name: string,
  words: readonly string[],
  places: readonly (Place | null)[],
  { addresses, fewestAddresses = [FEWEST_ADDRESSES] }: GeographyRule,
): Hierarchy {
  const [first] = addresses;
  const depth = first?.areas.length ?? 0;
  const [fewest] = fewestAddresses;
  if (
    fewest === undefined ||
    fewestAddresses.some((least, at) => !(least >= 1 && least > (fewestAddresses[at - 1] ?? 0)))
  )
    throw new AnonymizationRefused('problem-malformed', `"${name}" needs numbers of addresses in rising order`);
  if (depth === 0)
    throw new AnonymizationRefused('problem-malformed', `"${name}" needs addresses that name their areas`);
  if (places.length !== words.length)
    throw new AnonymizationRefused('problem-malformed', `"${name}" must have a place, or null, for every word`);
  for (const address of addresses) checkPlace(name, 'an address', address, depth);
  places.forEach((place, at) => {
    if (place !== null) checkPlace(name, `"${words[at]!}"`, place, depth);
  });
  assertEnough(name, addresses, fewestAddresses.at(-1)!);
  const grids = new Map([...byArea(addresses, 0)].map(([area, inside]) => [area, new AddressGrid(inside, fewest)]));
  const hidden = fewestAddresses.map((least) => hiddenAreas(addresses, depth, least));
  const paths = places.map((place) =>
    place === null
      ? new Array<string>(fewestAddresses.length + depth).fill(UNKNOWN)
      : path(name, place, { grids, hidden, fewestAddresses }),
  );
  const levels = Array.from({ length: fewestAddresses.length + depth }, (_, level) =>
    paths.map((each) => each[level]!),
  );
  return buildHierarchy(name, [words, ...levels]);
}

interface Gazetteer {
  /** least area → its grid */
  readonly grids: ReadonlyMap<string, AddressGrid>;
  readonly fewestAddresses: readonly number[];
  /** By number of addresses. */
  readonly hidden: readonly HiddenAreas[];
}

/** The place's words from the finest snap point to the greatest area. */
function path(name: string, { areas, ...place }: Place, { grids, fewestAddresses, hidden }: Gazetteer): string[] {
  const grid = grids.get(areas[0]!);
  if (grid === undefined)
    throw new AnonymizationRefused(
      'hierarchy-incomplete',
      `"${areas[0]!}" of "${name}" has no address: give all addresses`,
    );
  const snapped = fewestAddresses.map((least, at): string => {
    const shown = leastShown(areas, hidden[at]!);
    const cell = shown === 0 ? grid.cellOf({ areas, ...place }, least) : null;
    return cell === null
      ? areas[shown]!
      : `${areas[0]!} ${cell.latitude.toFixed(DECIMALS)},${cell.longitude.toFixed(DECIMALS)}`;
  });
  const shown = leastShown(areas, hidden.at(-1)!);
  return [...snapped, ...areas.map((_, level) => areas[Math.max(level, shown)]!)];
}

/** What lies in a hidden area is hidden with it. */
function leastShown(areas: readonly string[], hidden: HiddenAreas): number {
  let shown = areas.length - 1;
  while (shown > 0 && !hidden[shown - 1]!.has(areas[shown - 1]!)) shown--;
  return shown;
}

function assertEnough(name: string, addresses: readonly AddressPoint[], least: number): void {
  for (const [area, inside] of byArea(addresses, addresses[0]!.areas.length - 1)) {
    const here = inside.reduce((sum, { addresses: count = 1 }) => sum + count, 0);
    if (here < least)
      throw new AnonymizationRefused(
        'hierarchy-incomplete',
        `"${area}" of "${name}" has ${here} addresses, not ${least}: ask for fewer, or give all addresses`,
      );
  }
}

function byArea(addresses: readonly AddressPoint[], level: number): Map<string, AddressPoint[]> {
  const inside = new Map<string, AddressPoint[]>();
  for (const address of addresses) {
    const area = address.areas[level]!;
    const known = inside.get(area);
    if (known === undefined) inside.set(area, [address]);
    else known.push(address);
  }
  return inside;
}
