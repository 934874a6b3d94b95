import { readRows } from '../read-rows.js';
import type { Report } from '../violation.js';
import { compareRows, expectedRows } from './expected-rows.js';
import type { OpenClaims } from './open-manifest.js';

/** Where a row of the cut stands, and what it says. */
export interface CutRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * A cut holds what its rules make of its source's file, row for row: nothing that the file does not tell, and nothing less.
 * @param rows of the cut, in its order
 */
export async function checkCut(
  claims: OpenClaims,
  rows: readonly CutRow[],
  sourcePath: string | undefined,
  report: Report,
): Promise<void> {
  if (sourcePath === undefined) {
    const { dataset = '', version = '' } = claims.madeOf ?? {};
    report('source-missing', `it can be held against ${dataset} ${version} only: verify the two together`);
    return;
  }
  const comparison = new Comparison(claims, rows, report);
  const { sha256, failure } = await readRows(sourcePath, (cells, line) => {
    comparison.source(cells, line);
  });
  comparison.end();
  if (failure !== null || sha256 !== claims.madeOf?.sha256)
    report('source-missing', 'the source beside it is not the file that it was cut from');
}

class Comparison {
  private header: readonly string[] = [];
  private unit: Map<string, string>[] = [];
  private next = 0;

  constructor(
    private readonly claims: OpenClaims,
    private readonly rows: readonly CutRow[],
    private readonly report: Report,
  ) {}

  source(cells: readonly string[], line: number): void {
    if (line === 1) {
      this.header = cells;
      this.askForColumns();
      return;
    }
    const row = new Map(this.header.map((name, at) => [name, cells[at] ?? '']));
    if (this.unit.length > 0 && this.keyOf(row) !== this.keyOf(this.unit[0]!)) this.close();
    this.unit.push(row);
  }

  end(): void {
    this.close();
    for (const { line } of this.rows.slice(this.next))
      this.report('row-not-of-source', 'nothing in the source makes this row', { line });
  }

  private askForColumns(): void {
    for (const { name, cut } of this.claims.columns)
      if (cut !== undefined && !this.header.includes(cut.of))
        this.report('row-not-of-source', 'the source has no such column', { column: name });
  }

  private keyOf(row: ReadonlyMap<string, string>): string {
    return row.get(this.claims.columns[0]?.cut?.of ?? '') ?? '';
  }

  private close(): void {
    for (const cells of expectedRows(this.claims, this.unit)) this.expect(cells);
    this.unit = [];
  }

  /** Both sides are sorted: what stands before the row that is expected was made of nothing. */
  private expect(cells: readonly string[]): void {
    for (;;) {
      const row = this.rows[this.next];
      const order = row === undefined ? 1 : compareRows(row.cells, cells);
      if (order > 0) {
        this.report(
          'row-missing',
          'a row that the source makes is not there',
          row === undefined ? {} : { line: row.line },
        );
        return;
      }
      this.next++;
      if (order === 0) return;
      this.report('row-not-of-source', 'nothing in the source makes this row', { line: row!.line });
    }
  }
}
