import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Refusal } from './bulk-table.js';

export const REJECT_COLUMNS: readonly string[] = ['reject_line', 'reject_code', 'reject_column', 'reject_reason'];

const BUFFER = 65_536;

/**
 * The rows that were not taken, as they came, each with its line, code, column and how to mend it. Mended, it is imported
 * as it is: the reject columns are not read. They stand first, so that a row with too many cells stays a row. It is made
 * when the first row is refused, and never over a file that is there: that one may be half mended.
 */
export class RejectsFile {
  /** Where it came to stand; null when no row was refused. */
  path: string | null = null;
  private file: FileHandle | null = null;
  private text = '';

  constructor(
    private readonly wanted: string,
    private readonly header: readonly string[],
    private readonly reasons: Readonly<Record<string, string>>,
  ) {}

  async add(line: number, cells: readonly string[], { code, column, reason }: Refusal): Promise<void> {
    if (!this.file) {
      this.path = freePath(this.wanted);
      this.file = await open(this.path, 'wx', 0o600);
      this.text = csvLine([...REJECT_COLUMNS, ...this.header]);
    }
    this.text += csvLine([String(line), code, column ?? '', reason ?? this.reasons[code] ?? '', ...cells]);
    if (this.text.length > BUFFER) await this.write();
  }

  async close(): Promise<void> {
    await this.write();
    await this.file?.close();
    this.file = null;
  }

  private async write(): Promise<void> {
    await this.file?.appendFile(this.text);
    this.text = '';
  }
}

function freePath(wanted: string): string {
  const [, stem = wanted, ending = ''] = /^(.*?)([.]csv)?$/s.exec(wanted) ?? [];
  for (let number = 1; ; number++) {
    const path = number === 1 ? wanted : `${stem}-${number}${ending}`;
    if (!existsSync(path)) return path;
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
