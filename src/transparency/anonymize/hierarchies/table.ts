import { AnonymizationRefused } from '../anonymization-refused.js';
import { buildHierarchy, type Hierarchy } from '../hierarchy.js';

/**
 * A hierarchy written out: one line per base value, its words from level 0 to the top, as ARX keeps them in files.
 * The first word of line i is the base value of code i.
 */
export function table(name: string, lines: readonly (readonly string[])[]): Hierarchy {
  const depth = lines[0]?.length ?? 0;
  const short = lines.findIndex((line) => line.length !== depth);
  if (short >= 0)
    throw new AnonymizationRefused(
      'hierarchy-incomplete',
      `hierarchy "${name}", line ${short + 1}, has not ${depth} levels`,
    );
  return buildHierarchy(
    name,
    Array.from({ length: depth }, (_, level) => lines.map((line) => line[level] ?? '')),
  );
}
