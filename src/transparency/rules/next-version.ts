/** A column as far as it is part of the schema. */
export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
}

export type SchemaStep = 'major' | 'minor' | 'patch';

/**
 * What a program that reads the columns has to know (semver.org): a column gone, renamed or of another type breaks it (major), a new
 * one does not (minor), other rows alone are a patch.
 */
export function schemaStep(before: readonly SchemaColumn[], now: readonly SchemaColumn[]): SchemaStep {
  const types = new Map(now.map(({ name, type }) => [name, type]));
  if (before.some(({ name, type }) => types.get(name) !== type)) return 'major';
  return now.length > before.length ? 'minor' : 'patch';
}

/**
 * The version of the next release; the first is 1.0.0.
 * @param standing the release whose columns the step is from; null before the first
 * @param taken every number that was ever given: none is given twice, and none comes after a higher one
 */
export function nextVersion(standing: string | null, step: SchemaStep, taken: readonly string[]): string {
  const [major = 0, minor = 0, patch = 0] = standing === null ? [] : partsOf(standing);
  const next = {
    major: [major + 1, 0, 0],
    minor: [major, minor + 1, 0],
    patch: [major, minor, patch + 1],
  }[standing === null ? 'major' : step];
  const highest = newestFirst(taken)[0];
  if (highest === undefined || compare(next, partsOf(highest)) > 0) return next.join('.');
  const [first = 0, second = 0, third = 0] = partsOf(highest);
  return `${first}.${second}.${third + 1}`;
}

export function newestFirst(versions: readonly string[]): string[] {
  return [...versions].sort((one, other) => compare(partsOf(other), partsOf(one)));
}

const partsOf = (version: string): number[] => version.split('.').map(Number);

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return (one[at] ?? 0) - (other[at] ?? 0);
}
