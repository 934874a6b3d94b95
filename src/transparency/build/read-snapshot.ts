import { IntList } from './int-list.js';
import type { ReleasePlan } from './release-plan.js';
import type { RowSource } from './row-source.js';
import { SignatureBook } from './signature-book.js';
import { Dictionary } from '../anonymize/index.js';

/** The source's rows as they stood at one moment, without repetition. */
export interface Snapshot {
  readonly rows: number;
  readonly units: number;
  readonly book: SignatureBook;
  /** Every unit's signature and subject; null where every unit is another person's, and nothing need be kept of each. */
  readonly people: { readonly signature: Int32Array; readonly subject: Int32Array } | null;
}

/** One pass over the rows: of each only what may be known and what is counted is read, and nothing is kept. */
export async function readSnapshot(source: RowSource, plan: ReleasePlan): Promise<Snapshot> {
  const book = new SignatureBook(plan);
  const scratch = new Int32Array(book.columns.length);
  const people = plan.subject === null ? null : { signature: new IntList(), subject: new IntList() };
  const subjects = new Dictionary();
  let [rows, units] = [0, 0];
  let unit: string | null = null;
  let subject = '';
  const close = (): void => {
    const signature = book.close();
    book.count(signature);
    units++;
    people?.signature.push(signature);
    people?.subject.push(subjects.code(subject));
  };
  const names = [...book.names, plan.unit, ...(plan.subject === null ? [] : [plan.subject])];
  const unitAt = book.names.length;
  await source.each(names, (cells) => {
    const own = cells[unitAt] ?? '';
    if (own !== unit && rows > 0) close();
    unit = own;
    subject = cells[unitAt + 1] ?? `a unit of its own: ${units}`;
    book.row(cells, scratch);
    rows++;
  });
  if (rows > 0) close();
  return {
    rows,
    units,
    book,
    people: people && { signature: people.signature.view(), subject: people.subject.view() },
  };
}
