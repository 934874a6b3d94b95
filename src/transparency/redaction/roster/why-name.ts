import type { NameRun } from './name-run.js';

/** For whoever decides: whose name, and by what it was recognised. */
export function whyName({ entry, likenesses, first, last }: NameRun): string {
  const parts = new Set(likenesses.flatMap(({ form }) => form.parts));
  const how = likenesses.every(({ how }) => how === 'slip')
    ? 'one letter away from the name'
    : likenesses.every(({ form }) => form.nickname)
      ? 'a form of the given name'
      : parts.size > 1
        ? 'the name'
        : last > first
          ? 'a name with initials'
          : 'a name';
  return `${how} of ${entry.of}`;
}
