import { CellCheck } from './cell-check.js';
import { ClassCheck, type SubjectOf } from './classes/class-check.js';
import { CodedRows, type CodedRow } from './csv/coded-rows.js';
import type { CsvRecord } from './csv/csv-scanner.js';
import { scanFile } from './csv/scan-file.js';
import { checkDemands } from './demands/demand-check.js';
import { KeyCheck } from './key-check.js';
import type { Manifest } from './manifest.js';
import { OrderCheck } from './order-check.js';
import { readManifest } from './read-manifest.js';
import { readSubjects, type ListedSubjects } from './read-subjects.js';
import { readRoster } from './roster/read-roster.js';
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
  /** The board's direct identifiers: the filter that it made of them, or the list itself. */
  readonly rosterPath?: string;
  /** The list that confirms what the filter takes for an identifier. */
  readonly rosterListPath?: string;
}

/** The file as it was read, for checks over several files. */
export interface ReadTable {
  readonly manifest: Manifest;
  readonly rows: CodedRows;
  readonly check: ClassCheck;
}

export interface Reading {
  /** null when the manifest is none. */
  readonly table: ReadTable | null;
  readonly report: Report;
  /** What was found up to now. */
  readonly summary: () => Verification;
}

/** Called before the first row: what listens to units and keys while the file is read. */
export type OnTable = (table: ReadTable, report: Report) => RowCheck | null;

/**
 * Reads a published file as a stranger would and recomputes every promise of its manifest. It shares no code with the
 * engine that made the file, and trusts nothing but the bytes.
 */
export async function verifyRelease(files: ReleaseFiles): Promise<Verification> {
  return (await readRelease(files, () => null)).summary();
}

/** The same, for whoever needs what was read as well. */
export async function readRelease(files: ReleaseFiles, onTable: OnTable): Promise<Reading> {
  const violations = new Violations();
  const { report } = violations;
  const { manifest, problems } = readManifest(files.manifest);
  for (const problem of problems) report('manifest-invalid', problem);
  if (manifest === null) return { table: null, report, summary: () => summarize(violations) };
  const { subjectsPath, rosterPath, rosterListPath } = files;
  const listed = subjectsPath === undefined ? null : await readSubjects(subjectsPath, report);
  const roster = rosterPath === undefined ? null : await readRoster(rosterPath, report, rosterListPath);
  const sortKeyAt = manifest.columns.findIndex(({ name }) => name === manifest.order[0]);
  const rows = new CodedRows(manifest.columns.length, sortKeyAt);
  const attributes = attributesOf(manifest);
  const check = new ClassCheck(manifest, attributes, subjectsOf(manifest, rows, listed, report), report);
  const table = { manifest, rows, check };
  const checks = [
    new CellCheck(manifest, rows, roster, report),
    new KeyCheck(manifest, rows, report),
    new OrderCheck(manifest, rows, report),
    check,
    onTable(table, report),
  ].filter((each): each is RowCheck => each !== null);
  const sha256 = await readFile(files.csvPath, table, checks, report);
  const counted = attributes.map((name) => ({ name, words: wordsOf(table, name) }));
  checkDemands(manifest.demands ?? [], check.classes, { attributes: counted, rows: manifest.input.rows }, report);
  tally(table, sha256, report);
  const whom = listed !== null || manifest.keys.subject !== null ? 'subjects' : 'units';
  const facts = { check, manifest, sha256, counted: whom } as const;
  return { table, report, summary: () => summarize(violations, facts) };
}

export function attributesOf({ demands = [] }: Manifest): string[] {
  return [...new Set(demands.flatMap((demand) => ('attribute' in demand ? [demand.attribute] : [])))];
}

export function wordsOf({ manifest, rows }: ReadTable, column: string): string[] {
  const words = rows.words[manifest.columns.findIndex(({ name }) => name === column)];
  return Array.from({ length: words?.count ?? 0 }, (_, code) => words?.text(code) ?? '');
}

function subjectsOf(
  { columns, keys }: Manifest,
  rows: CodedRows,
  listed: ListedSubjects | null,
  report: Report,
): SubjectOf {
  if (listed !== null) {
    const of = ({ line }: CodedRow): number => {
      const subject = keys.unit === null || rows.key === null ? -1 : listed.of(rows.key.bytes);
      if (subject < 0) report('unknown-subject', 'the list of subjects misses the unit', { line });
      return subject < 0 ? -line : subject;
    };
    return of;
  }
  const at = columns.findIndex(({ name }) => name === keys.subject);
  return at < 0 || keys.subject === keys.unit ? null : ({ codes }) => codes[at]!;
}

async function readFile(
  path: string,
  { manifest, rows }: ReadTable,
  checks: readonly RowCheck[],
  report: Report,
): Promise<string> {
  const names = manifest.columns.map(({ name }) => name);
  let line = 0;
  const { sha256, failure } = await scanFile(path, (record) => {
    line++;
    if (line === 1) {
      if (headerOf(record) !== names.join('\n'))
        report('header-mismatch', 'the header is not the manifest’s list of columns', { line });
    } else if (record.cells !== names.length)
      report('ragged-row', `${record.cells} cells, not ${names.length}`, { line });
    else {
      const row = rows.take(record, line);
      for (const check of checks) check.row(row);
    }
  });
  if (failure !== null) report('file-unreadable', failure);
  for (const check of checks) check.end?.();
  return sha256;
}

function headerOf({ bytes, starts, ends, cells }: CsvRecord): string {
  const text = (_: unknown, at: number): string => Buffer.from(bytes.subarray(starts[at], ends[at])).toString();
  return Array.from({ length: cells }, text).join('\n');
}

/** The manifest's numbers against the file's: what went in is what came out and what was suppressed. */
function tally(
  { manifest: { file, input, suppressed }, check: { rows, units } }: ReadTable,
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
