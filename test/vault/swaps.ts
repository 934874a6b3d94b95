import { randomBytes } from 'node:crypto';
import type { Place } from '../../src/platform/crypto/index.js';

/** Something that seals for a place: a field's key, a version of an organization key, a key-encryption key. */
export interface Sealer {
  seal(place: Place, text: Buffer): Buffer;
  open(place: Place, sealed: Buffer): Buffer;
}

/** Where a sealed value stands, and under what. */
export interface Standing {
  sealer: Sealer;
  place: Place;
}

function opens({ sealer, place }: Standing, sealed: Buffer): boolean {
  try {
    sealer.open(place, sealed);
    return true;
  } catch {
    return false;
  }
}

/** Each value is put where another one stands, in turn, until it was tried so often. @returns how many opened there */
export function swapped(standings: readonly Standing[], tries: number): number {
  const values = standings.map(({ sealer, place }) => sealer.seal(place, randomBytes(32)));
  // The attempt is a real one: at home each of them opens.
  if (!standings.every((home, at) => opens(home, values[at]!))) throw new Error('A value does not open at home.');
  let accepted = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const from = attempt % standings.length;
    const shift = 1 + (Math.floor(attempt / standings.length) % (standings.length - 1));
    const to = (from + shift) % standings.length;
    if (opens(standings[to]!, values[from]!)) accepted++;
  }
  return accepted;
}

/** One bit of a value is flipped where it stands, bit after bit. @returns how many opened all the same */
export function flipped(standings: readonly Standing[], tries: number): number {
  let accepted = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const home = standings[attempt % standings.length]!;
    const value = home.sealer.seal(home.place, randomBytes(32));
    const bit = attempt % (value.length * 8);
    value[bit >> 3]! ^= 1 << (bit & 7);
    if (opens(home, value)) accepted++;
  }
  return accepted;
}
