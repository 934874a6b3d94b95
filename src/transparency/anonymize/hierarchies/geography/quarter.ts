/** A square of the grid, in degrees. */
export interface Extent {
  readonly south: number;
  readonly west: number;
  readonly side: number;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** South-west, south-east, north-west, north-east. */
export const QUARTERS = [0, 1, 2, 3] as const;

export function quarterExtent({ south, west, side }: Extent, quarter: number): Extent {
  const half = side / 2;
  return { south: south + (quarter >> 1) * half, west: west + (quarter & 1) * half, side: half };
}

/** The quarter that the point is in or, outside the square, beside; when that is not open, the nearest that is. */
export function quarterOf(
  { latitude, longitude }: Point,
  square: Extent,
  isOpen: (quarter: number) => boolean,
): number {
  const half = square.side / 2;
  const own = (latitude >= square.south + half ? 2 : 0) + (longitude >= square.west + half ? 1 : 0);
  if (isOpen(own)) return own;
  const meridians = Math.cos((latitude * Math.PI) / 180);
  let found = -1;
  let least = Infinity;
  for (const quarter of QUARTERS) {
    if (!isOpen(quarter)) continue;
    const { south, west, side } = quarterExtent(square, quarter);
    const north = Math.max(south - latitude, latitude - south - side, 0);
    const east = Math.max(west - longitude, longitude - west - side, 0) * meridians;
    const distance = north * north + east * east;
    if (distance < least) {
      least = distance;
      found = quarter;
    }
  }
  return found;
}
