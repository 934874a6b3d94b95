import type { CharterDocument } from '../../charter/index.js';
import { LIST_SEPARATOR, type MatterSpec } from '../datasets/release-spec.js';
import { safeCell } from '../rules/csv-line.js';
import type { SnapshotColumn } from './read-snapshot.js';

const OTHER = 'other';
/** A list longer than this reads `several`: a cell must not be long enough to tell a story. */
const LONGEST_LIST = 150;
const SEVERAL = 'several';

/** The rows that are published, unit by unit. */
export type KeptRows = Iterable<{ readonly unit: number; readonly row: number }>;

/** Word of the snapshot → word of the file. What is neither known beforehand nor used by k units reads `other`. */
export function publishableWords(
  spec: MatterSpec,
  { codes, words }: SnapshotColumn,
  kept: KeptRows,
  { publication, ...charter }: CharterDocument,
): string[] {
  const items = words.map((word) => (spec.list === true ? word.split(LIST_SEPARATOR) : [word]));
  const known = knownWords(spec, charter);
  const common = known.closed
    ? known.words
    : new Set([...known.words, ...wordsOfUnits(items, codes, kept, publication.k)]);
  return items.map((list) => {
    const shown = list.map((item) => (item === '' || common.has(item) ? safeCell(item) : OTHER));
    const cell = [...new Set(shown)].sort().join(LIST_SEPARATOR);
    return cell.length > LONGEST_LIST ? SEVERAL : cell;
  });
}

function knownWords({ type, words, vocabulary }: MatterSpec, charter: Omit<CharterDocument, 'publication'>) {
  if (type === 'boolean') return { words: new Set(['true', 'false']), closed: true };
  if (words !== undefined) return { words: new Set(words), closed: true };
  const terms =
    vocabulary === 'disciplines'
      ? charter.disciplines
      : vocabulary === 'forceTypes'
        ? charter.useOfForce.forceTypes
        : [];
  return { words: new Set(terms.map(({ code }) => code)), closed: false };
}

/** The words that at least k of the published units use: nobody is known by one of these. */
function wordsOfUnits(items: readonly (readonly string[])[], codes: Int32Array, kept: KeptRows, k: number): string[] {
  const units = new Map<string, { last: number; count: number }>();
  for (const { unit, row } of kept)
    for (const item of items[codes[row] ?? 0] ?? []) {
      const seen = units.get(item) ?? { last: -1, count: 0 };
      if (seen.last !== unit) seen.count++;
      seen.last = unit;
      units.set(item, seen);
    }
  return [...units].flatMap(([word, { count }]) => (count >= k ? [word] : []));
}
