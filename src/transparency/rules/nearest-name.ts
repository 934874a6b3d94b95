/** The name that was probably meant; null when none is near (more than a third of the letters would have to change). */
export function nearestName(typed: string, names: readonly string[]): string | null {
  if (typed.length > 100) return null;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const name of names) {
    const steps = distance(typed.toLowerCase(), name);
    if (steps < least) [best, least] = [name, steps];
  }
  return best ?? names.find((name) => typed.length >= 3 && name.includes(typed.toLowerCase())) ?? null;
}

/** Letters to insert, drop or change (Levenshtein 1966). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
