import { scanFile } from './csv/scan-file.js';
import { Words } from './csv/words.js';
import { Numbers } from './classes/numbers.js';
import { hashOf } from './csv/csv-scanner.js';
import type { Report } from './violation.js';

/** Who stands behind a unit, by the board's own list. */
export class ListedSubjects {
  private readonly units = new Words();
  private readonly people = new Words();
  private readonly personOf = new Numbers();

  add(bytes: Uint8Array, unit: readonly [number, number, number], person: readonly [number, number, number]): void {
    const code = this.units.code(bytes, ...unit);
    if (code === this.personOf.length) this.personOf.push(this.people.code(bytes, ...person));
  }

  /** The number of the unit's subject, or −1 when the list misses the unit. */
  of(unit: Uint8Array): number {
    const code = this.units.find(unit, 0, unit.length, hashOf(unit, 0, unit.length));
    return code < 0 ? -1 : this.personOf.at(code);
  }
}

/** Unit key → subject, from a CSV file of two columns with a header. */
export async function readSubjects(path: string, report: Report): Promise<ListedSubjects> {
  const listed = new ListedSubjects();
  let line = 0;
  const { failure } = await scanFile(path, ({ bytes, starts, ends, hashes, cells }) => {
    if (++line === 1) return;
    if (cells !== 2) report('file-unreadable', `the list of subjects: record ${line} has not two cells`);
    else listed.add(bytes, [starts[0]!, ends[0]!, hashes[0]!], [starts[1]!, ends[1]!, hashes[1]!]);
  });
  if (failure !== null) report('file-unreadable', `the list of subjects: ${failure}`);
  return listed;
}
