import { readRows } from '../read-rows.js';
import { summarize, type Verification } from '../verification.js';
import { type Report, Violations } from '../violation.js';
import { checkCut } from './check-cut.js';
import { joinCells } from './expected-rows.js';
import { readOpenManifest } from './open-manifest.js';
import { OpenRows } from './open-rows.js';

export interface OpenFiles {
  readonly csvPath: string;
  /** The manifest published beside it, as parsed JSON. */
  readonly manifest: unknown;
  /** Of a cut: the file that it was cut from. */
  readonly sourcePath?: string | undefined;
  /** Of a record: every row that is public, as cells in the order of the columns; absent: it cannot be asked here. */
  readonly publicRows?: readonly (readonly string[])[] | undefined;
}

/**
 * Verifies a file in which nothing was anonymized: a cut against the file that it was cut from, a record of public bodies
 * against what is public. Its k is its source's: whoever has both files has nothing but the source.
 */
export async function verifyOpen({ csvPath, manifest, sourcePath, publicRows }: OpenFiles): Promise<Verification> {
  const violations = new Violations();
  const { report } = violations;
  const { claims, problems } = readOpenManifest(manifest);
  for (const problem of problems) report('manifest-invalid', problem);
  if (claims === null) return summarize(violations);
  const check = new OpenRows(claims, report);
  const rows: string[] = [];
  const names = claims.columns.map(({ name }) => name).join('\n');
  const { sha256, failure } = await readRows(csvPath, (cells, line) => {
    if (line === 1) {
      if (cells.join('\n') !== names)
        report('header-mismatch', 'the header is not the manifest’s list of columns', { line });
    } else if (cells.length !== claims.columns.length)
      report('ragged-row', `${cells.length} cells, not ${claims.columns.length}`, { line });
    else {
      check.row(cells, line);
      rows.push(joinCells(cells));
    }
  });
  if (failure !== null) report('file-unreadable', failure);
  if (sha256 !== claims.file.sha256) report('sha256-mismatch', 'the file is not the one that the manifest describes');
  if (check.rows !== claims.file.rows)
    report('row-count-mismatch', `${check.rows} rows, the manifest says ${claims.file.rows}`);
  if (claims.basis === 'cut') await checkCut(claims, rows, sourcePath, report);
  else if (publicRows !== undefined) checkPublic(rows, publicRows, report);
  return {
    ...summarize(violations),
    k: claims.k ?? 0,
    rows: check.rows,
    units: claims.basis === 'cut' ? check.units : check.rows,
    sha256,
  };
}

/** Row by row: nothing that is not public, and nothing less. */
function checkPublic(rows: readonly string[], publicRows: readonly (readonly string[])[], report: Report): void {
  const told = new Set(publicRows.map(joinCells));
  const found = new Set(rows);
  for (const [at, row] of rows.entries())
    if (!told.has(row)) report('row-not-public', 'the row is not public, or not so any more', { line: at + 2 });
  for (const row of told) if (!found.has(row)) report('row-missing', 'something that is public is not in the file');
}
