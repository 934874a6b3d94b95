import { CellCheck } from './cell-check.js';
import { ClassCheck } from './class-check.js';
import { KeyCheck } from './key-check.js';
import type { Manifest } from './manifest.js';
import { OrderCheck } from './order-check.js';
import { readManifest } from './read-manifest.js';
import { readRows } from './read-rows.js';
import { readSubjects } from './read-subjects.js';
import type { RowCheck } from './row-check.js';
import { summarize, type Verification } from './verification.js';
import { Violations, type Report } from './violation.js';

export interface ReleaseFiles {
  /** The published file. */
  readonly csvPath: string;
  /** The manifest published beside it, as parsed JSON. */
  readonly manifest: unknown;
  /** The board's own list of unit key and subject, never published: needed to count people where the file cannot tell them apart. */
  readonly subjectsPath?: string;
}

/**
 * Reads a published file as a stranger would and recomputes every promise of its manifest. It shares no code with the
 * engine that made the file, and trusts nothing but the bytes.
 */
export async function verifyRelease({ csvPath, manifest: json, subjectsPath }: ReleaseFiles): Promise<Verification> {
  const violations = new Violations();
  const { report } = violations;
  const { manifest, problems } = readManifest(json);
  for (const problem of problems) report('manifest-invalid', problem);
  if (manifest === null) return summarize(violations);
  const listed = subjectsPath === undefined ? null : await readSubjects(subjectsPath, report);
  const subjectAt = manifest.columns.findIndex(({ name }) => name === manifest.keys.subject);
  const classes = new ClassCheck(
    manifest,
    (cells, unit, line) => {
      if (listed !== null && !listed.has(unit))
        report('unknown-subject', 'the list of subjects misses the unit', { line });
      return listed?.get(unit) ?? cells[subjectAt] ?? unit;
    },
    report,
  );
  const sha256 = await readFile(csvPath, manifest, classes, report);
  tally(manifest, classes, sha256, report);
  const counted = listed !== null || manifest.keys.subject !== null ? 'subjects' : 'units';
  return summarize(violations, { classes, manifest, sha256, counted });
}

async function readFile(path: string, manifest: Manifest, classes: ClassCheck, report: Report): Promise<string> {
  const checks: RowCheck[] = [
    new CellCheck(manifest, report),
    new KeyCheck(manifest, report),
    new OrderCheck(manifest, report),
    classes,
  ];
  const names = manifest.columns.map(({ name }) => name);
  const { sha256, failure } = await readRows(path, (cells, line) => {
    if (line === 1) {
      if (cells.join('\n') !== names.join('\n'))
        report('header-mismatch', 'the header is not the manifest’s list of columns', { line });
    } else if (cells.length !== names.length)
      report('ragged-row', `${cells.length} cells, not ${names.length}`, { line });
    else for (const check of checks) check.row(cells, line);
  });
  if (failure !== null) report('file-unreadable', failure);
  for (const check of checks) check.end?.();
  return sha256;
}

/** The manifest's numbers against the file's: what went in is what came out and what was suppressed. */
function tally(
  { file, input, suppressed }: Manifest,
  { rows, units }: ClassCheck,
  sha256: string,
  report: Report,
): void {
  if (sha256 !== file.sha256) report('sha256-mismatch', 'the file is not the one that the manifest describes');
  if (rows !== file.rows) report('row-count-mismatch', `${rows} rows, the manifest says ${file.rows}`);
  if (units !== input.units - suppressed.units)
    report(
      'unit-count-mismatch',
      `${units} units, the manifest says ${input.units - suppressed.units}: a key joins or splits units`,
    );
  if (rows !== input.rows - suppressed.rows)
    report('suppressed-count-mismatch', `${input.rows} rows less ${suppressed.rows} suppressed are not ${rows}`);
}
