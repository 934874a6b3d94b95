const SHORTEST = 15;
const LONGEST = 256;

/** Why a new password is refused, or null. Length, not ornament (NIST SP 800-63B §3.1.1.2; OWASP ASVS 5.0 V6.2). */
export function passwordRefused(password: string, contextWords: readonly string[]): string | null {
  // As it is hashed: what looks the same to a person is the same, on whatever keyboard it was typed.
  const letters = [...password.normalize('NFKC')].length;
  if (letters < SHORTEST) return `A password needs at least ${SHORTEST} characters; a sentence is good.`;
  if (letters > LONGEST) return `A password may have at most ${LONGEST} characters.`;
  if (new Set(password.toLowerCase()).size < 6) return 'This password repeats too few different characters.';
  const bare = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const word = contextWords.find(
    (known) =>
      known.length >= 4 && bare === known.toLowerCase().repeat(Math.max(1, Math.floor(bare.length / known.length))),
  );
  return word === undefined ? null : `This password is only "${word}" over again.`;
}
