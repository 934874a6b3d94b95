import type { ColumnInput, MatterInput, QuasiIdentifierInput, ReportInput } from './report-input.js';
import { NOT_SHOWN, PUBLISHED_AS_IT_IS } from './report-texts.js';

/** A column as the release's own transformation shows it; one that it does not show, at the level below that. */
export interface GroupedColumn {
  readonly column: ColumnInput;
  /** row → group, an index into `labels` */
  readonly of: Int32Array;
  readonly labels: readonly string[];
  /** Quasi-identifiers: the level of each round; others: null. */
  readonly levels: readonly number[] | null;
  /** Whether the file shows the groups at all, the level that it shows, and the level of the groups, in words. */
  readonly isShown: boolean;
  readonly shownAs: string;
  readonly groupedBy: string;
  /** round → 1 when rows of this round show the group, 0 when they show something coarser; 1 for what is left out. */
  readonly shows: Uint8Array;
}

export function groupColumns({ columns, rounds }: ReportInput): GroupedColumn[] {
  const quasiIdentifiers = columns.filter(({ role }) => role === 'quasi-identifier');
  return columns.map((column) => {
    if (column.role !== 'quasi-identifier') return asItIs(column, rounds.length);
    const at = quasiIdentifiers.indexOf(column);
    return atLevel(
      column,
      rounds.map((levels) => levels[at]!),
    );
  });
}

export function levelInWords({ hierarchy, levels }: QuasiIdentifierInput, level: number): string {
  return level === hierarchy.levels.length - 1 ? NOT_SHOWN : (levels[level] ?? `level ${level}`);
}

function atLevel(column: QuasiIdentifierInput, levels: number[]): GroupedColumn {
  const published = levels[0]!;
  const isShown = published < column.hierarchy.levels.length - 1;
  const main = isShown ? published : Math.max(0, published - 1);
  const { codes, labels } = column.hierarchy.levels[main]!;
  return {
    column,
    of: column.codes.map((base) => codes[base]!),
    labels,
    levels,
    isShown,
    shownAs: levelInWords(column, published),
    groupedBy: levelInWords(column, main),
    shows: Uint8Array.from([1, ...levels.map((level) => (level <= published ? 1 : 0))]),
  };
}

/** Several codes may have one word. */
function asItIs(column: MatterInput, rounds: number): GroupedColumn {
  const labels = [...new Set(column.words)];
  const place = new Map(labels.map((label, index) => [label, index]));
  const groups = Int32Array.from(column.words, (word) => place.get(word)!);
  const words = { shownAs: PUBLISHED_AS_IT_IS, groupedBy: PUBLISHED_AS_IT_IS };
  const of = column.codes.map((code) => groups[code]!);
  return { column, of, labels, levels: null, isShown: true, ...words, shows: new Uint8Array(rounds + 1).fill(1) };
}
