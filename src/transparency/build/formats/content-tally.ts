import { Dictionary } from '../../anonymize/index.js';
import { DistinctLists } from '../distinct-lists.js';
import { IntList } from '../int-list.js';
import type { PublishedTable } from './published-table.js';

/** What one row says without its pseudonyms, and by how many rows and units there are more (or fewer) of it. */
export interface ContentChange {
  readonly cells: readonly string[];
  readonly rows: number;
  readonly units: number;
}

/** Counts rows of two tables by what they say, as multisets. Memory grows with what is distinct, four bytes a cell. */
export class ContentTally {
  private readonly words: readonly Dictionary[];
  private readonly contents = new DistinctLists();
  private readonly rows = new IntList();
  private readonly units = new IntList();

  constructor(private readonly names: readonly string[]) {
    this.words = names.map(() => new Dictionary());
  }

  /** @param sign −1 for the former table, 1 for the new one @param unit the key column that joins rows, which stand together; null: each row is one */
  async add(table: PublishedTable, unit: string | null, sign: 1 | -1): Promise<void> {
    const places = this.names.map((name) => table.columns.findIndex((column) => column.name === name));
    const unitAt = table.columns.findIndex(({ name }) => name === unit);
    const codes = new Int32Array(places.length);
    const ofUnit = new Set<number>();
    let open = '';
    for await (const rows of table.rows())
      for (const row of rows) {
        for (const [at, place] of places.entries()) codes[at] = this.words[at]!.code(row[place]!);
        const content = this.contents.id(codes);
        if (content === this.rows.length) {
          this.rows.push(0);
          this.units.push(0);
        }
        this.rows.add(content, sign);
        if (unitAt < 0 || row[unitAt] !== open) ofUnit.clear();
        open = row[unitAt] ?? '';
        if (!ofUnit.has(content)) this.units.add(content, sign);
        ofUnit.add(content);
      }
  }

  /** Of every content that there are more or fewer of. */
  *changes(): Generator<ContentChange> {
    for (let content = 0; content < this.rows.length; content++) {
      const [rows, units] = [this.rows.at(content), this.units.at(content)];
      if (rows === 0 && units === 0) continue;
      const cells = Array.from(this.contents.of(content), (code, at) => this.words[at]!.words[code]!);
      yield { cells, rows, units };
    }
  }
}
