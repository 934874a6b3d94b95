/** The version after the newest: a new release of the same columns raises the middle number; the first is 1.0.0. */
export function nextVersion(versions: readonly string[]): string {
  const [newest] = versions.map((version) => version.split('.').map(Number)).sort((one, other) => compare(other, one));
  if (!newest) return '1.0.0';
  const [major = 0, minor = 0] = newest;
  return `${major}.${minor + 1}.0`;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
