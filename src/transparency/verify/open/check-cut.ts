import { readRows } from '../read-rows.js';
import type { Report } from '../violation.js';
import { ExpectedRows } from './expected-rows.js';
import type { OpenClaims } from './open-manifest.js';

/**
 * A cut holds what its rules make of its source's file, row for row: nothing that the file does not tell, and nothing less.
 * @param rows of the cut in its order, each joined
 */
export async function checkCut(
  claims: OpenClaims,
  rows: readonly string[],
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

/** The header is the file's first line. */
const lineOf = (row: number): number => row + 2;

class Comparison {
  private expected: ExpectedRows | null = null;
  private unit: string[][] = [];
  private next = 0;

  constructor(
    private readonly claims: OpenClaims,
    private readonly rows: readonly string[],
    private readonly report: Report,
  ) {}

  source(cells: readonly string[], line: number): void {
    if (line === 1) this.begin(cells);
    else {
      if (this.unit[0] !== undefined && this.keyOf(cells) !== this.keyOf(this.unit[0])) this.close();
      this.unit.push([...cells]);
    }
  }

  end(): void {
    this.close();
    for (; this.next < this.rows.length; this.next++) this.tellOfMore();
  }

  private begin(header: readonly string[]): void {
    this.expected = new ExpectedRows(this.claims, header);
    for (const { name, cut } of this.claims.columns)
      if (cut !== undefined && !header.includes(cut.of))
        this.report('row-not-of-source', 'the source has no such column', { column: name });
  }

  private keyOf(row: readonly string[]): string {
    return this.expected?.cell(row, this.claims.columns[0]?.cut?.of ?? '') ?? '';
  }

  private close(): void {
    if (this.unit.length > 0) for (const row of this.expected?.of(this.unit) ?? []) this.expect(row);
    this.unit = [];
  }

  /** Both sides are sorted: what stands before the row that is expected was made of nothing. */
  private expect(expected: string): void {
    for (; ; this.next++) {
      const row = this.rows[this.next];
      if (row === expected) {
        this.next++;
        return;
      }
      if (row === undefined || row > expected) {
        const where = row === undefined ? {} : { line: lineOf(this.next) };
        this.report('row-missing', 'a row that the source makes is not there', where);
        return;
      }
      this.tellOfMore();
    }
  }

  private tellOfMore(): void {
    this.report('row-not-of-source', 'nothing in the source makes this row', { line: lineOf(this.next) });
  }
}
