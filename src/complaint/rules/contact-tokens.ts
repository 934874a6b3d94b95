export interface ContactToken {
  kind: 'phone' | 'email' | 'name';
  value: string;
}

/** As long as the parts of one may be (RFC 5321): without a bound, a long word without an @ would be tried from each letter. */
const EMAIL = /[^\s,;<>()]{1,64}@[^\s,;<>()]{1,255}\.[^\s,;<>()]{1,63}/g;
/** Fewer digits are a house number; more than ten carry the country's code before the ten that matter. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 10;
const PHONE = /\+?\d[\d\s().\-/]{5,}\d/g;

/** One spelling of what a person gave: two who gave the same, written differently, come to the same tokens. */
export function contactTokens({
  name,
  contact,
}: {
  name?: string | undefined;
  contact?: string | undefined;
}): ContactToken[] {
  const emails = contact?.match(EMAIL) ?? [];
  const phones = (contact?.replaceAll(EMAIL, ' ').match(PHONE) ?? [])
    .map((written) => written.replaceAll(/\D/g, ''))
    .filter((digits) => digits.length >= FEWEST_DIGITS)
    .map((digits) => digits.slice(-MOST_DIGITS));
  const words = (name ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const tokens: ContactToken[] = [
    ...emails.map((email) => ({ kind: 'email' as const, value: email.toLowerCase() })),
    ...phones.map((phone) => ({ kind: 'phone' as const, value: phone })),
    // A first name alone is half the town's.
    ...(words.length > 1 ? [{ kind: 'name' as const, value: words.sort().join(' ') }] : []),
  ];
  return tokens.filter(
    ({ kind, value }, index) => tokens.findIndex((other) => other.kind === kind && other.value === value) === index,
  );
}
