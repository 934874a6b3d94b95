import { anonymize } from '../anonymize.js';
import { linkTables } from './link-tables.js';
import type { AnonymizedTable, LinkedAnonymization, LinkedTable, LinkedTables } from './linked-tables.js';

/**
 * The transformations of linked tables, one level per column of each, of least loss over all of them, under which every
 * unit's signature over all tables is shared by at least k distinct subjects and meets the models.
 * @throws AnonymizationRefused with a stable code
 */
export function anonymizeTables(linked: LinkedTables): LinkedAnonymization {
  const whole = anonymize(linkTables(linked));
  // The first column tells the tables apart; theirs follow in order.
  let next = 1;
  const tables = linked.tables.map((table) => {
    const transformation = whole.transformation.slice(next, next + table.quasiIdentifiers.length);
    next += table.quasiIdentifiers.length;
    return { name: table.name, transformation, ...tally(table, whole.keep) };
  });
  return { whole, tables };
}

function tally({ unit }: LinkedTable, keep: Uint8Array): Omit<AnonymizedTable, 'name' | 'transformation'> {
  const present = new Uint8Array(keep.length);
  let suppressedRows = 0;
  for (const u of unit) {
    present[u] = 1;
    suppressedRows += 1 - keep[u]!;
  }
  let [units, suppressedUnits] = [0, 0];
  for (let u = 0; u < keep.length; u++) {
    units += present[u]!;
    suppressedUnits += present[u]! * (1 - keep[u]!);
  }
  return { rows: unit.length, units, suppressedRows, suppressedUnits };
}
