import type { SeriesManifest } from './series-manifest.js';
import { readRows } from '../read-rows.js';
import { type PublishedRelease, ROW, type Vocabulary, WORD } from './published-release.js';
import type { Findings } from './series-violation.js';

export interface ReleasePaths {
  readonly csvPath: string;
  /** The board's own list of unit key and subject, never published; without it every unit counts as one subject. */
  readonly subjectsPath?: string;
}

/** Reads one published file, unit by unit. Rows of a unit stand together. */
export async function readRelease(
  at: number,
  manifest: SeriesManifest,
  { csvPath, subjectsPath }: ReleasePaths,
  { vocabulary, findings }: { readonly vocabulary: Vocabulary; readonly findings: Findings },
): Promise<PublishedRelease> {
  const columns = manifest.columns.map((column, position) => ({ ...column, position }));
  const positions = (wanted: (column: (typeof columns)[number]) => boolean): number[] =>
    columns.filter(wanted).map(({ position }) => position);
  const unitAt = columns.findIndex(({ name }) => name === manifest.keys.unit);
  const subjectAt = columns.findIndex(({ name }) => name === manifest.keys.subject);
  const quasi = positions(({ role }) => role === 'quasi-identifier');
  const sensitive = positions(({ role }) => role === 'sensitive');
  const rest = positions(({ role, position }) => role !== 'quasi-identifier' && position !== unitAt);
  const listed = subjectsPath === undefined ? null : await readList(at, subjectsPath, findings);
  const units = new Units(vocabulary, { quasi, sensitive, rest });
  let open: { readonly key: string; readonly rows: (readonly string[])[]; readonly line: number } | null = null;
  const close = (): void => {
    if (open === null) return;
    const [first = []] = open.rows;
    const subject = listed === null ? (subjectAt < 0 ? open.key : (first[subjectAt] ?? '')) : listed.get(open.key);
    if (subject === undefined)
      findings.add('series-subject-unknown', [at], 'the list of subjects misses a unit', open.line);
    units.add(open.key, open.rows, open.line, subject ?? open.key);
  };
  const { failure, sha256 } = await readRows(csvPath, (cells, line) => {
    if (line === 1) return;
    const key = unitAt < 0 ? `line ${line}` : (cells[unitAt] ?? '');
    if (open?.key === key) {
      open.rows.push([...cells]);
      return;
    }
    close();
    open = { key, rows: [[...cells]], line };
  });
  close();
  if (failure !== null) findings.add('series-file-unreadable', [at], failure);
  else if (sha256 !== manifest.file.sha256)
    findings.add('series-file-replaced', [at], 'the file is not the one that its manifest describes');
  return { at, manifest, ...units.columns() };
}

/** What the unit says in one column, each word once. */
const said = (rows: readonly (readonly string[])[], position: number): string =>
  [...new Set(rows.map((row) => row[position] ?? ''))].sort().join(ROW);

/** Unit key → subject, from a CSV file of two columns with a header. */
async function readList(at: number, path: string, findings: Findings): Promise<ReadonlyMap<string, string>> {
  const subjectOf = new Map<string, string>();
  const { failure } = await readRows(path, ([unit = '', subject = ''], line) => {
    if (line > 1) subjectOf.set(unit, subject);
  });
  if (failure !== null) findings.add('series-file-unreadable', [at], `the list of subjects: ${failure}`);
  return subjectOf;
}

/** Collects units as numbers. */
class Units {
  private readonly pseudonyms: string[] = [];
  private readonly lists: number[][];

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly at: { readonly quasi: number[]; readonly sensitive: number[]; readonly rest: number[] },
  ) {
    this.lists = Array.from({ length: 4 + at.sensitive.length }, () => []);
  }

  add(key: string, rows: readonly (readonly string[])[], line: number, subject: string): void {
    const { signatures, contents, sensitive, subjects } = this.vocabulary;
    const together = (positions: readonly number[]): string =>
      rows
        .map((row) => positions.map((position) => row[position] ?? '').join(WORD))
        .sort()
        .join(ROW);
    this.pseudonyms.push(key);
    const numbers = [
      signatures.number(together(this.at.quasi)),
      contents.number(together([...this.at.quasi, ...this.at.rest])),
      subjects.number(subject),
      line,
      ...this.at.sensitive.map((position) => sensitive.number(said(rows, position))),
    ];
    for (const [list, number] of numbers.entries()) this.lists[list]!.push(number);
  }

  columns(): Omit<PublishedRelease, 'at' | 'manifest'> {
    const [signature, content, subject, line, ...sensitive] = this.lists.map((list) => Int32Array.from(list));
    return {
      pseudonyms: this.pseudonyms,
      signature: signature!,
      content: content!,
      subject: subject!,
      line: line!,
      sensitive,
    };
  }
}
