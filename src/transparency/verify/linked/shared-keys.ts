import { hashOf } from '../csv/csv-scanner.js';
import { Words } from '../csv/words.js';
import type { RowCheck } from '../row-check.js';
import type { ReadTable } from '../verify-release.js';
import type { Report } from '../violation.js';

/** A table of several, and where its violations are said. */
export interface TableBeside {
  readonly name: string;
  /** Its directory. */
  readonly place: string;
  readonly report: Report;
  readonly read: ReadTable;
}

interface KeyColumnOf {
  readonly table: TableBeside;
  readonly column: string;
  readonly links: boolean;
}

/** Linked tables share their key, and so may releases of one dataset, which lie in directories of their own. */
function mayShare(one: KeyColumnOf, other: KeyColumnOf): boolean {
  const [here, there] = [one.table, other.table];
  if (here.place === there.place) return one.links && other.links;
  return here.read.manifest.dataset === there.read.manifest.dataset;
}

/**
 * Keys over several files. Tables cannot be joined by default: a key that stands in two files joins them, unless both
 * say that it links them.
 */
export class SharedKeys {
  /** Every key of every table, numbered. */
  private readonly keys = new Words();
  private readonly owners: number[] = [];
  private readonly columns: KeyColumnOf[] = [];
  private readonly shared = new Set<string>();

  /** Listens to a table's sort key; other keys are taken at its end. */
  listen(table: TableBeside, onUnitKey: (key: number) => void): RowCheck {
    const { manifest, rows } = table.read;
    const owners = manifest.columns.map(({ name, role }) =>
      role === 'key' ? this.columns.push({ table, column: name, links: manifest.linked?.by === name }) - 1 : -1,
    );
    const sorted = owners[rows.sortKeyAt] ?? -1;
    return {
      row: ({ step }) => {
        if (step !== 0 && rows.key !== null) onUnitKey(this.take(rows.key.bytes, sorted));
      },
      end: () => {
        for (const [at, owner] of owners.entries()) {
          if (owner < 0 || at === rows.sortKeyAt) continue;
          const words = rows.words[at]!;
          for (let code = 0; code < words.count; code++) this.take(Buffer.from(words.text(code)), owner);
        }
      },
    };
  }

  /** Says which tables can be joined though they do not say so. */
  check(): void {
    for (const pair of this.shared) {
      const [one, other] = pair.split(' ').map((owner) => this.columns[Number(owner)]!);
      if (one === undefined || other === undefined || mayShare(one, other)) continue;
      for (const [here, there] of [
        [one, other],
        [other, one],
      ] as const)
        here.table.report(
          'tables-joinable',
          `keys of the column stand in ${there.table.name}, column ${there.column}, too: the files can be joined`,
          { column: here.column },
        );
    }
  }

  private take(key: Uint8Array, owner: number): number {
    const code = this.keys.code(key, 0, key.length, hashOf(key, 0, key.length));
    const before = this.owners[code];
    if (before === undefined) this.owners[code] = owner;
    else if (this.columns[before]!.table !== this.columns[owner]!.table) this.shared.add(`${before} ${owner}`);
    return code;
  }
}
