/**
 * The name of an epoch that begins in this year: the year, and a count where it is not the first of the year (rules that
 * changed end an epoch before its time). @param published names of the epochs in which something is out
 */
export function epochName(year: string, published: readonly string[]): string {
  const before = published.filter((name) => yearOf(name) === year).length;
  return before === 0 ? year : `${year}.${before + 1}`;
}

export function yearOf(epoch: string): string {
  return epoch.split('.', 1)[0] ?? epoch;
}
