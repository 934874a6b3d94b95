/** The check of card numbers (ISO/IEC 7812-1): every second digit from the right doubled, the sum a multiple of ten. */
export function passesLuhn(written: string): boolean {
  const digits = [...written].filter((mark) => mark >= '0' && mark <= '9').map(Number);
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = digits
    .reverse()
    .reduce((all, digit, at) => all + (at % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit), 0);
  return sum % 10 === 0;
}
