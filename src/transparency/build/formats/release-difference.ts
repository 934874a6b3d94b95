import type { PublishedManifest } from './published-manifest.js';
import { type ColumnDifferences, columnDifferences, comparedColumns } from './column-differences.js';
import { type ContentChange, ContentTally } from './content-tally.js';
import { type OnRows, PublishedTable } from './published-table.js';

interface Side {
  readonly version: string;
  readonly sha256: string;
  readonly rows: number;
}

/** What `diff.json` says. Made of the two published files and nothing else. */
export interface ReleaseDifference {
  readonly dataset: string;
  /** Null: none was published before, or none that is public still. */
  readonly from: Side | null;
  readonly to: Side;
  readonly columns: ColumnDifferences | null;
  readonly rows: {
    /** What rows are held against each other by. */
    readonly compared: readonly string[];
    readonly added: number;
    readonly withdrawn: number;
    /** Contents that this many units more or fewer have are listed; others are counted together. */
    readonly least: number;
    readonly changes: readonly {
      readonly row: Readonly<Record<string, string>>;
      readonly rows: number;
      readonly units: number;
    }[];
    readonly smaller: { readonly contents: number; readonly added: number; readonly withdrawn: number };
  } | null;
}

export interface ComparedFile {
  readonly path: string;
  readonly manifest: PublishedManifest;
}

/** More are not listed: the files are there. */
const MOST_LISTED = 5_000;

/**
 * Against the release before. A reader who has both files can count the same; but a change of a few units is not put on a plate,
 * and outlives the former release here only as part of a sum (docs/decisions/0051).
 */
export async function releaseDifference(
  former: ComparedFile | null,
  now: ComparedFile,
  onRows: OnRows,
): Promise<ReleaseDifference> {
  const { dataset } = now.manifest;
  const to = sideOf(now.manifest);
  if (former === null) return { dataset, from: null, to, columns: null, rows: null };
  const [before, after] = [former.manifest.columns, now.manifest.columns];
  const columns = columnDifferences(before, after);
  const told = { dataset, from: sideOf(former.manifest), to, columns };
  // Of what was cut from a release the source's own difference tells.
  if (!isCounted(former.manifest) || !isCounted(now.manifest)) return { ...told, rows: null };
  const compared = comparedColumns(before, after);
  const tally = new ContentTally(compared);
  await tally.add(new PublishedTable(former.path, before, onRows), unitOf(former.manifest), -1);
  await tally.add(new PublishedTable(now.path, after, onRows), unitOf(now.manifest), 1);
  const least = Math.max(former.manifest.k ?? 1, now.manifest.k ?? 1);
  return { ...told, rows: { compared, least, ...changesOf(tally, compared, least) } };
}

/** Its units can be counted, or nobody is described in it. */
const isCounted = ({ keys, k }: PublishedManifest): boolean => keys !== undefined || k === null;
const unitOf = ({ keys }: PublishedManifest): string | null => keys?.unit ?? null;

function changesOf(tally: ContentTally, names: readonly string[], least: number) {
  const total = { added: 0, withdrawn: 0 };
  const smaller = { contents: 0, added: 0, withdrawn: 0 };
  const large: ContentChange[] = [];
  for (const change of tally.changes()) {
    const listed = Math.abs(change.units) >= least && large.length < MOST_LISTED;
    for (const sum of listed ? [total] : [total, smaller]) {
      sum.added += Math.max(change.rows, 0);
      sum.withdrawn += Math.max(-change.rows, 0);
    }
    if (listed) large.push(change);
    else smaller.contents++;
  }
  // By what they say, not by when they were met: the order of a file is that of pseudonyms.
  const sorted = large
    .map((change) => ({ change, text: change.cells.join('\n') }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  const changes = sorted.map(({ change: { cells, rows, units } }) => ({
    row: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])),
    ...{ rows, units },
  }));
  return { ...total, changes, smaller };
}

function sideOf({ version, file: { sha256, rows } }: PublishedManifest): Side {
  return { version, sha256, rows };
}
