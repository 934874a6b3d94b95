/**
 * One letter dropped, added, changed, or two neighbours swapped: Damerau's four kinds, which make up four in five slips of
 * the pen (Damerau 1964). False when the words are equal.
 */
export function oneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail++;
  const left = [short.length - head - tail, long.length - head - tail];
  if (left[1] === 1) return true;
  return left[0] === 2 && left[1] === 2 && short[head] === long[head + 1] && short[head + 1] === long[head];
}
