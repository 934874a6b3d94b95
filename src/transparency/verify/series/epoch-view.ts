import type { PublishedRelease } from './published-release.js';

export const ABSENT = -1;

/** The releases of one epoch joined by pseudonym, as any reader can join them. */
export class EpochView {
  readonly pseudonyms: string[] = [];
  /** Per release: unit → where it stands in that release, or `ABSENT`. */
  readonly positions: readonly Int32Array[];

  constructor(readonly releases: readonly PublishedRelease[]) {
    const numbers = new Map<string, number>();
    const found = releases.map(({ pseudonyms }) =>
      pseudonyms.map((pseudonym) => {
        const known = numbers.get(pseudonym);
        if (known !== undefined) return known;
        numbers.set(pseudonym, this.pseudonyms.length);
        return this.pseudonyms.push(pseudonym) - 1;
      }),
    );
    this.positions = found.map((units) => {
      const positions = new Int32Array(this.pseudonyms.length).fill(ABSENT);
      units.forEach((unit, position) => {
        positions[unit] = position;
      });
      return positions;
    });
  }

  get size(): number {
    return this.pseudonyms.length;
  }
}
