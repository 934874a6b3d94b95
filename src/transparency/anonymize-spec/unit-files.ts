import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a data file for which one bucket is made: about so much is in memory at a time. */
const BYTES_PER_BUCKET = 1 << 24;
const MOST_BUCKETS = 256;
const WAITING = 1 << 16;

/**
 * Rows dealt into files by their unit, so that those of a unit come together whatever order they came in. The files are
 * readable for their owner alone and go when the work is done: they hold what the data file holds.
 */
export class UnitFiles {
  private readonly waiting: string[];
  private readonly files: number[];

  constructor(
    private readonly directory: string,
    bytes: number,
  ) {
    const count = Math.min(MOST_BUCKETS, Math.ceil((bytes + 1) / BYTES_PER_BUCKET));
    this.waiting = Array<string>(count).fill('');
    this.files = this.waiting.map((_, at) => openSync(this.path(at), 'w', 0o600));
  }

  add(unit: string, cells: readonly string[]): void {
    const at = createHash('sha256').update(unit).digest().readUInt32BE() % this.waiting.length;
    const text = `${this.waiting[at] ?? ''}${JSON.stringify([unit, ...cells])}\n`;
    this.waiting[at] = text;
    if (text.length > WAITING) this.flush(at);
  }

  /** Nothing is added after it. */
  close(): void {
    this.files.forEach((file, at) => {
      this.flush(at);
      closeSync(file);
    });
  }

  /** Every row, unit by unit; the same each time. */
  *rows(): Generator<readonly string[]> {
    for (let at = 0; at < this.waiting.length; at++) {
      const units = new Map<string, string[][]>();
      for (const line of readFileSync(this.path(at), 'utf8').split('\n')) {
        if (line === '') continue;
        const [unit = '', ...cells] = JSON.parse(line) as string[];
        const known = units.get(unit);
        if (known) known.push(cells);
        else units.set(unit, [cells]);
      }
      for (const rows of units.values()) yield* rows;
    }
  }

  remove(): void {
    this.waiting.forEach((_, at) => {
      rmSync(this.path(at), { force: true });
    });
  }

  private flush(at: number): void {
    const file = this.files[at];
    if (file !== undefined) writeSync(file, this.waiting[at] ?? '');
    this.waiting[at] = '';
  }

  private path(at: number): string {
    return join(this.directory, `.units.${at}`);
  }
}
