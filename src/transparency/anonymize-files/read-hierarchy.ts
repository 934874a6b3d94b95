import { table, type Hierarchy } from '../anonymize/index.js';
import { CaseRefused } from './case-refused.js';
import { readLines } from './read-table.js';

/** A hierarchy from a file, and the codes of its base values. */
export interface CodedHierarchy {
  readonly hierarchy: Hierarchy;
  readonly codeOf: ReadonlyMap<string, number>;
}

/**
 * One line per base value, its words from the value to the top.
 * @throws CaseRefused `case-file-malformed` when a value is listed twice; AnonymizationRefused when it is not nested
 */
export function readHierarchy(name: string, path: string): CodedHierarchy {
  const lines = readLines(path);
  const codeOf = new Map<string, number>();
  for (const [at, [word = '']] of lines.entries()) {
    const before = codeOf.get(word);
    if (before !== undefined)
      throw new CaseRefused(
        'case-file-malformed',
        `${path} lists "${word}" twice, on lines ${before + 1} and ${at + 1}.`,
      );
    codeOf.set(word, at);
  }
  return { hierarchy: table(name, lines), codeOf };
}
