import { createHmac, randomBytes } from 'node:crypto';

/** 64 bits: of a million drawn, two meet with a chance of 1 in 37 million, and that is refused, not published. */
const HEX_DIGITS = 16;

/** A key for one dataset's epoch. While it lasts a unit keeps its pseudonym; destroyed, nobody can go back, we included. */
export const drawEpochKey = (): Buffer => randomBytes(32);

/** HMAC-SHA-256 under the epoch's key: without it no pseudonym can be computed from an id, nor followed into the next epoch. */
export function epochPseudonym(epochKey: Buffer, kind: string, id: string): string {
  return createHmac('sha256', epochKey).update(`${kind}\0${id}`).digest('hex').slice(0, HEX_DIGITS);
}
