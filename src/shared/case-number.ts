/** Crockford's base32, as on receipts: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^[0-9A-HJKMNP-TV-Z]{14}$/;

/** Prime, and 32 has order 68 in it: each single mistake and each swap of two characters changes the remainder. */
const PRIME = 1021n;

export const CASE_NUMBER_BYTES = 5;

/**
 * A case's number for people: year, 40 random bits, two check characters (the whole read in base 32 leaves 1 when divided
 * by 1021), e.g. `2026-7KQ4-M2XJ-9R`. It cannot be walked from one case to the next.
 */
export function caseNumberOf(year: number, random: Uint8Array): string {
  const bits = random.subarray(0, CASE_NUMBER_BYTES).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  const body = String(year).padStart(4, '0') + inBase32(bits, 8);
  const check = (((1n - (valueOf(body) << 10n)) % PRIME) + PRIME) % PRIME;
  return grouped(body + inBase32(check, 2));
}

/** What a person typed, as the number is kept; null when it cannot be one (a slip of the pen, say). */
export function readCaseNumber(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return FORM.test(code) && valueOf(code) % PRIME === 1n ? grouped(code) : null;
}

function valueOf(code: string): bigint {
  return [...code].reduce((value, letter) => value * 32n + BigInt(ALPHABET.indexOf(letter)), 0n);
}

function inBase32(value: bigint, length: number): string {
  let code = '';
  for (let rest = value; code.length < length; rest >>= 5n) code = ALPHABET.charAt(Number(rest & 31n)) + code;
  return code;
}

function grouped(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8, 12), code.slice(12)].join('-');
}
