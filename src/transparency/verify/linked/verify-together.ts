import { basename, dirname } from 'node:path';
import { readRelease, type ReadTable, type Reading, type ReleaseFiles } from '../verify-release.js';
import type { Verification } from '../verification.js';
import { JoinedUnits } from './joined-units.js';
import { SharedKeys, type TableBeside } from './shared-keys.js';

interface PlacedReading {
  readonly place: string;
  readonly name: string;
  readonly reading: Reading;
}

/**
 * Verifies published files, each by itself and all together: no key may stand in two of them unless they say that they
 * are linked or are releases of one dataset, and where they are, k and every further promise must hold on their join.
 * @returns one answer a table, in their order; what is wrong between tables is said of each of them
 */
export async function verifyTogether(tables: readonly ReleaseFiles[]): Promise<Verification[]> {
  const several = tables.length > 1;
  const keys = new SharedKeys();
  const joins = new Map<string, JoinedUnits>();
  const readings: PlacedReading[] = [];
  for (const files of tables) {
    const [place, name] = [dirname(files.csvPath), basename(files.csvPath)];
    let unit = 0;
    const reading = await readRelease(files, (read, report) => {
      const table: TableBeside = { name, place, read, report };
      const listener = several ? keys.listen(table, (key) => (unit = key)) : null;
      const join = joinOf(joins, place, read);
      if (several && join !== null) read.check.onUnit = join.listen(table, () => unit);
      return listener;
    });
    readings.push({ place, name, reading });
  }
  keys.check();
  if (several) for (const join of joins.values()) join.check();
  for (const { place, reading } of readings)
    reportMissing(reading, new Set(readings.flatMap((other) => (other.place === place ? [other.name] : []))));
  return readings.map(({ reading }) => reading.summary());
}

/** Tables of one directory that name the same files are one set. */
function joinOf(joins: Map<string, JoinedUnits>, place: string, { manifest }: ReadTable): JoinedUnits | null {
  if (manifest.linked === undefined) return null;
  const set = [place, ...[...manifest.linked.files].sort()].join('\n');
  const join = joins.get(set) ?? new JoinedUnits();
  joins.set(set, join);
  return join;
}

/** Reports the tables that a table is linked with and that are not there: without them nothing is known of the join. */
function reportMissing({ table, report }: Reading, present: ReadonlySet<string>): void {
  const { file, linked } = table?.manifest ?? {};
  if (linked === undefined) return;
  if (!linked.files.includes(file?.name ?? ''))
    report('manifest-invalid', 'linked.files does not list the file itself');
  for (const name of linked.files)
    if (!present.has(name))
      report('linked-table-missing', `the linked table ${name} is not there: k on the join is not known`);
}
