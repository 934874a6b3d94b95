import type { PublishedManifestColumn } from './published-manifest.js';

/** How the columns of two releases differ. A column that is renamed is one removed and one added. */
export interface ColumnDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly retyped: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Coarser or finer than before. */
  readonly shownOtherwise: readonly { readonly name: string; readonly from: string; readonly to: string }[];
}

type Columns = readonly PublishedManifestColumn[];

export function columnDifferences(before: Columns, now: Columns): ColumnDifferences {
  const names = (columns: Columns): string[] => columns.map(({ name }) => name);
  const former = new Map(before.map((column) => [column.name, column]));
  const pairs = now.flatMap((column) => {
    const was = former.get(column.name);
    return was ? [{ name: column.name, was, is: column }] : [];
  });
  const differing = (of: (column: PublishedManifestColumn) => string) =>
    pairs.map(({ name, was, is }) => ({ name, from: of(was), to: of(is) })).filter(({ from, to }) => from !== to);
  return {
    added: names(now).filter((name) => !former.has(name)),
    removed: names(before).filter((name) => !names(now).includes(name)),
    retyped: differing(({ type }) => type),
    shownOtherwise: differing(({ shownAs }) => shownAs ?? ''),
  };
}

/** Columns whose words mean the same in both: pseudonyms never do, and a level that moved makes other words. */
export function comparedColumns(before: Columns, now: Columns): string[] {
  const { added, retyped, shownOtherwise } = columnDifferences(before, now);
  const unlike = new Set([...added, ...[...retyped, ...shownOtherwise].map(({ name }) => name)]);
  return now.filter(({ name, role }) => role !== 'key' && !unlike.has(name)).map(({ name }) => name);
}
