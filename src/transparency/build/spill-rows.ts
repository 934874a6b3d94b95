import { BuildFailed } from './build-failure.js';
import type { Choice } from './choose-levels.js';
import { IntList } from './int-list.js';
import { MatterWords } from './matter-words.js';
import { Pseudonyms } from './pseudonyms.js';
import type { Snapshot } from './read-snapshot.js';
import { RecordLayout } from './record-layout.js';
import type { ReleasePlan } from './release-plan.js';
import type { PublishedWords } from './counted-words.js';
import type { RowSource } from './row-source.js';
import type { RowSpill } from './row-spill.js';

/** The published rows as coded records, and what their codes mean. */
export interface SpilledRows {
  readonly units: number;
  /** By column name, keys apart. */
  readonly words: ReadonlyMap<string, PublishedWords>;
}

/**
 * The second pass: rows of published units go out as records, under pseudonyms; the others nowhere.
 * @throws BuildFailed source-changed when these are not the rows of the first pass
 */
export async function spillRows(
  source: RowSource,
  plan: ReleasePlan,
  {
    snapshot: { book, rows: expected, units: unitsExpected },
    choice,
    key,
  }: {
    readonly snapshot: Snapshot;
    readonly choice: Choice;
    readonly key: Buffer;
  },
  spill: RowSpill,
): Promise<SpilledRows> {
  const layout = new RecordLayout(plan, book);
  const pseudonyms = layout.keys.map(({ column, at, cell }) => ({ maker: new Pseudonyms(key, column.name), at, cell }));
  const matters = layout.matters.map(({ column, at, cell }) => ({ words: new MatterWords(column), at, cell }));
  const unitCell = layout.names.indexOf(plan.unit);
  const known = [book.signatures.count, ...book.columns.map(({ words }) => words.length)].join();
  const record = new Int32Array(layout.width);
  const open = new IntList();
  let [rows, units, published] = [0, 0, 0];
  let unit: string | null = null;
  const close = (): void => {
    units++;
    if (choice.keep[book.close()] === 1) {
      for (let from = 0; from < open.length; from += layout.width) {
        const row = open.view(from, from + layout.width);
        for (const { words, at } of matters) words.used(row[at]!, published);
        spill.push(row);
      }
      published++;
    }
    open.clear();
  };
  await source.each(layout.names, (cells) => {
    const own = cells[unitCell] ?? '';
    const another = own !== unit;
    if (another && rows > 0) close();
    unit = own;
    for (const { maker, at, cell } of pseudonyms) if (at > 0 || another) maker.write(cells[cell] ?? '', record, at);
    book.row(cells, record, layout.bookAt);
    for (const { words, at, cell } of matters) record[at] = words.code(cells[cell] ?? null);
    open.pushAll(record);
    rows++;
  });
  if (rows > 0) close();
  const met = [book.signatures.count, ...book.columns.map(({ words }) => words.length)].join();
  if (rows !== expected || units !== unitsExpected || met !== known) throw new BuildFailed('source-changed');
  const others = layout.matters.map(({ column }, at) => [column.name, matters[at]!.words.published(plan.k)] as const);
  return { units: published, words: new Map([...choice.words, ...others]) };
}
