import { AnonymizationRefused } from '../../anonymization-refused.js';

/** Degrees north and east. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  /** Named areas that it lies in, from the least to the greatest: beat, district, city. All places have as many. */
  readonly areas: readonly string[];
}

/** Where people live: one address, or several at one point. */
export interface AddressPoint extends Place {
  /** Default 1. */
  readonly addresses?: number;
}

/** @throws AnonymizationRefused for a coordinate that is none, or an area that is missing */
export function checkPlace(name: string, what: string, place: Place, areas: number): void {
  const { latitude, longitude } = place;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw new AnonymizationRefused(
      'hierarchy-incomplete',
      `${what} of "${name}" at ${latitude}, ${longitude} is not on the earth: latitude first, in degrees`,
    );
  if (place.areas.length !== areas || place.areas.some((area) => area === ''))
    throw new AnonymizationRefused('hierarchy-incomplete', `${what} of "${name}" does not name its ${areas} areas`);
}
