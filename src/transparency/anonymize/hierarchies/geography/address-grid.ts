import type { AddressPoint, Place } from './place.js';
import { quarterExtent, quarterOf, QUARTERS, type Extent } from './quarter.js';

/** Some squares of the grid that are one cell or become several. */
export interface Cell {
  readonly addresses: number;
  /** Middle of its addresses; of those beyond its square, the edge towards them. */
  readonly latitude: number;
  readonly longitude: number;
}

interface Square extends Cell {
  readonly extent: Extent;
  /** By quarter; null where too few live. Null: it is not quartered. */
  readonly quarters: readonly (Square | null)[] | null;
}

const EARTH: Extent = { south: -180, west: -180, side: 360 };
/** About 10 m: finer does not tell addresses apart. */
const FINEST = 360 / 2 ** 22;
/** Share of a square's side that its middle keeps from its edge, so that neighbours are told apart when rounded. */
const MARGIN = 1 / 8;

/**
 * Where people live, in squares that are quartered as long as a quarter has enough addresses (Samet 1984, quadtrees);
 * those in quarters with too few go to the nearest with enough. Squares depend on the addresses alone, not on the rows:
 * one grid serves all releases, and which squares there are tells nothing of who is in the data.
 */
export class AddressGrid {
  private readonly root: Square;

  /** @param least fewest addresses in a square */
  constructor(addresses: readonly AddressPoint[], least: number) {
    this.root = square(addresses, EARTH, least);
  }

  /**
   * The cell that the place is snapped to, so that whoever lives there shares it with at least `least` addresses.
   * @param least at least that of the grid; a cell for more addresses holds the cells for fewer whole
   * @returns null when there are not so many in all
   */
  cellOf(place: Place, least: number): Cell | null {
    let at = this.root;
    if (at.addresses < least) return null;
    for (;;) {
      const { quarters } = at;
      if (quarters === null || quarters.some((quarter) => quarter !== null && quarter.addresses < least)) return at;
      at = quarters[quarterOf(place, at.extent, (quarter) => quarters[quarter] !== null)]!;
    }
  }
}

function square(points: readonly AddressPoint[], extent: Extent, least: number): Square {
  let addresses = 0;
  let latitude = 0;
  let longitude = 0;
  for (const point of points) {
    const here = point.addresses ?? 1;
    addresses += here;
    latitude += point.latitude * here;
    longitude += point.longitude * here;
  }
  return {
    addresses,
    latitude: within(latitude / addresses, extent.south, extent.side),
    longitude: within(longitude / addresses, extent.west, extent.side),
    extent,
    quarters: quartered(points, extent, least),
  };
}

function within(middle: number, from: number, side: number): number {
  return Math.min(from + side * (1 - MARGIN), Math.max(from + side * MARGIN, middle));
}

function quartered(points: readonly AddressPoint[], extent: Extent, least: number): Square['quarters'] {
  if (extent.side / 2 < FINEST) return null;
  const living = [0, 0, 0, 0];
  for (const point of points) living[quarterOf(point, extent, () => true)]! += point.addresses ?? 1;
  const isOpen = (quarter: number): boolean => living[quarter]! >= least;
  if (!QUARTERS.some(isOpen)) return null;
  const parts: AddressPoint[][] = [[], [], [], []];
  for (const point of points) parts[quarterOf(point, extent, isOpen)]!.push(point);
  return QUARTERS.map((quarter) =>
    isOpen(quarter) ? square(parts[quarter]!, quarterExtent(extent, quarter), least) : null,
  );
}
