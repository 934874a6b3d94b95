const META = '.^$|()[]{}*+?\\';
/** What stands in the pattern apart from plain characters, at its outermost level. */
// A pattern of a manifest is a line of an agency's own, read once.
// eslint-disable-next-line regexp/no-super-linear-move
const OUTER = /\\.|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}|./gsu;

/**
 * A character without which the pattern cannot match, such as the hyphens of a UUID; null when none is seen at once.
 * Looking for one character in a long text is a hundred times faster than looking for a pattern.
 */
export function demandedCharacter(source: string): string | null {
  const parts = source.match(OUTER) ?? [];
  let depth = 0;
  let demanded: string | null = null;
  for (const [at, part] of parts.entries()) {
    if (part === '(') depth++;
    else if (part === ')') depth--;
    else if (depth > 0) continue;
    else if (part === '|') return null;
    else if (part.length === 1 && !META.includes(part) && !/^(?:[?*]|\{0)/u.test(parts[at + 1] ?? '')) demanded = part;
  }
  return demanded;
}
