/** Crockford's base32: no I, L, O, U, so that a code survives being read aloud and copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_ALPHABET = `${ALPHABET}*~$=U`;

export const CODE_BYTES = 17;
const CODE_LENGTH = 26;

/** 130 random bits (the first 130 of 17 bytes) as 26 characters, a check character (mod 37), in groups for reading. */
export function receiptCodeOf(random: Uint8Array): string {
  let bits = random.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n) >> BigInt(CODE_BYTES * 8 - CODE_LENGTH * 5);
  const check = CHECK_ALPHABET.charAt(Number(bits % 37n));
  let code = '';
  for (let i = 0; i < CODE_LENGTH; i++, bits >>= 5n) code = ALPHABET.charAt(Number(bits & 31n)) + code;
  return groups(code + check);
}

/** What a person typed, as the one form it is compared in; null when it cannot be a code (a slip of the pen, say). */
export function readReceiptCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (code.length !== CODE_LENGTH + 1) return null;
  let value = 0n;
  for (const letter of code.slice(0, CODE_LENGTH)) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    value = value * 32n + BigInt(digit);
  }
  return CHECK_ALPHABET.charAt(Number(value % 37n)) === code.charAt(CODE_LENGTH) ? code : null;
}

function groups(code: string): string {
  return [code.slice(0, 7), code.slice(7, 14), code.slice(14, 21), code.slice(21)].join('-');
}
