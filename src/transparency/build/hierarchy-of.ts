import type { CharterDocument } from '../../charter/index.js';
import { bands, dates, groups, type Hierarchy, UNKNOWN } from '../anonymize/index.js';
import type { QuasiIdentifierSpec } from '../datasets/release-spec.js';

/** The word for codes that the charter in force does not know: an older charter's, or a source's own. */
const UNGROUPED = 'other';

/** The column's hierarchy over the words that occur. @throws AnonymizationRefused when a word is not of the rule's form */
export function hierarchyOf(
  { name, hierarchy: rule }: QuasiIdentifierSpec,
  words: readonly string[],
  charter: CharterDocument,
): Hierarchy {
  switch (rule.kind) {
    case 'dates':
      return dates(name, words, rule.steps);
    case 'bands':
      return bands(name, words, rule.widths, rule);
    case 'within':
      return groups(name, words, [mapped(words, (word) => word.split(rule.separator, 1)[0] ?? word)]);
    case 'vocabulary': {
      const known = new Map(charter[rule.vocabulary].map(({ code, group }) => [code, group]));
      return groups(name, words, [
        mapped(words, (word) => known.get(word) ?? (word === UNKNOWN ? UNKNOWN : UNGROUPED)),
      ]);
    }
    case 'flat':
      return groups(name, words, []);
  }
}

function mapped(words: readonly string[], group: (word: string) => string): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [word, group(word)]));
}
