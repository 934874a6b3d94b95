import { IntList } from '../int-list.js';
import { Pseudonyms, pseudonymText } from '../pseudonyms.js';
import type { Cell, RowSource } from '../row-source.js';
import type { RowSpill } from '../row-spill.js';
import { BuildFailed } from '../build-failure.js';
import type { SeriesLayout } from './series-layout.js';
import type { TakenUnits } from './taken-units.js';
import { UnitTexts } from './unit-texts.js';

/** The keys under which a build knows a unit: the epoch's, and that of the epoch before while there is a way to it. */
export interface SeriesKeys {
  readonly epoch: Buffer;
  readonly former: Buffer | null;
}

/**
 * One pass over the rows: they go out to the spill as records, all of them, for nobody knows yet which will be published;
 * what planning needs of each unit is kept.
 * @throws BuildFailed pseudonyms-met
 */
export async function takeUnits(
  source: RowSource,
  layout: SeriesLayout,
  keys: SeriesKeys,
  spill: Pick<RowSpill, 'push'>,
): Promise<TakenUnits> {
  const { record: places, columns, plan } = layout;
  const makers = places.keys.map(({ column, at, cell }) => ({
    maker: new Pseudonyms(keys.epoch, column.name),
    ...{ at, cell },
  }));
  const former = keys.former === null ? null : new Pseudonyms(keys.former, plan.unit);
  const unitCell = places.names.indexOf(plan.unit);
  const cellsOfColumns = columns.map((_, at) => at);
  const record = new Int32Array(places.width);
  const open = new IntList();
  const texts = new UnitTexts(layout, keys.epoch);
  const met = new Set<string>();
  let unit: string | null = null;
  const close = (): void => {
    if (unit === null) return;
    for (let from = 0; from < open.length; from += places.width) spill.push(open.view(from, from + places.width));
    const pseudonym = pseudonymText(open.at(0), open.at(1));
    if (met.has(pseudonym)) throw new BuildFailed('pseudonyms-met');
    met.add(pseudonym);
    texts.add(pseudonym, former === null ? null : textOf(former, unit), open);
    open.clear();
  };
  let rows = 0;
  await source.each(places.names, (cells: readonly Cell[]) => {
    const own = cells[unitCell] ?? '';
    if (own !== unit) close();
    unit = own;
    for (const { maker, at, cell } of makers) maker.write(cells[cell] ?? '', record, at);
    for (const at of cellsOfColumns) record[places.bookAt + at] = columns[at]!.code(cells[at] ?? null);
    open.pushAll(record);
    rows++;
  });
  close();
  return { ...texts.taken(), rows };
}

function textOf(maker: Pseudonyms, id: string): string {
  const words = new Int32Array(2);
  maker.write(id, words, 0);
  return pseudonymText(words[0]!, words[1]!);
}
