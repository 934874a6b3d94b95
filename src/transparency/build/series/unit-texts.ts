import { Dictionary } from '../../anonymize/index.js';
import { epochPseudonym } from '../../series/index.js';
import { IntList } from '../int-list.js';
import { pseudonymText } from '../pseudonyms.js';
import type { SeriesLayout } from './series-layout.js';
import type { TakenUnits } from './taken-units.js';

/** What each unit says, put into numbers that tell alike from unlike. */
export class UnitTexts {
  private readonly pseudonyms: string[] = [];
  private readonly formerPseudonyms: string[] = [];
  private readonly classOf = new IntList();
  private readonly classes = new Dictionary();
  private readonly contents: string[] = [];
  private readonly sensitive: readonly IntList[];
  private readonly values: readonly Dictionary[];
  private readonly cellsOf = new IntList();
  private readonly cells = new Dictionary();
  private readonly rowsOf = new IntList();
  private readonly common: ReadonlyMap<string, (readonly string[])[]>;
  private readonly keyAt: readonly number[];

  /** @param key under which contents are hashed: a hash of few words would else tell them to whoever tries them all */
  constructor(
    private readonly layout: SeriesLayout,
    private readonly key: Buffer,
  ) {
    this.sensitive = layout.sensitiveAt.map(() => new IntList());
    this.values = layout.sensitiveAt.map(() => new Dictionary());
    this.common = new Map(layout.matters.map(({ plan }) => [plan.name, []]));
    this.keyAt = layout.record.keys.map(({ at }) => at).filter((at) => at > 0);
  }

  /** @param records the unit's, one behind the other */
  add(pseudonym: string, former: string | null, records: IntList): void {
    const { layout } = this;
    const { width, bookAt } = layout.record;
    const label = (from: number, at: number): string => layout.columns[at]!.label(records.at(from + bookAt + at));
    const starts: number[] = [];
    for (let from = 0; from < records.length; from += width) starts.push(from);
    const rowsIn = (columns: readonly number[]): string =>
      rowsText(starts.map((from) => columns.map((at) => label(from, at))));
    const everything = layout.columns.map((_, at) => at);
    this.pseudonyms.push(pseudonym);
    if (former !== null) this.formerPseudonyms.push(former);
    this.classOf.push(this.classes.code(rowsIn(layout.quasiAt)));
    const content = rowsText(
      starts.map((from) => [
        ...this.keyAt.map((at) => pseudonymText(records.at(from + at), records.at(from + at + 1))),
        ...everything.map((at) => label(from, at)),
      ]),
    );
    this.contents.push(epochPseudonym(this.key, 'content', content));
    for (const [a, at] of layout.sensitiveAt.entries())
      this.sensitive[a]!.push(this.values[a]!.code(saidText(starts.map((from) => label(from, at)))));
    if (layout.demandedAt.length > 0)
      this.cellsOf.push(this.cells.code(rowsIn([...layout.quasiAt, ...layout.demandedAt])));
    this.rowsOf.push(starts.length);
    for (const [at, column] of layout.matters.entries()) {
      const items = starts.flatMap((from) =>
        column.commonItems(records.at(from + bookAt + layout.quasiAt.length + at)),
      );
      this.common.get(column.plan.name)!.push(items.length === 0 ? NONE : [...new Set(items)]);
    }
  }

  taken(): Omit<TakenUnits, 'rows'> {
    const { pseudonyms, formerPseudonyms, classOf, classes, contents, sensitive, values } = this;
    const { cellsOf, cells, rowsOf, common } = this;
    return {
      ...{ pseudonyms, formerPseudonyms, classOf, classes, contents, sensitive, values },
      ...{ cellsOf, cells, rowsOf, common },
    };
  }
}

const NONE: readonly string[] = [];

/** Rows as a text that does not depend on their order, and can be taken apart again: `rowsOf`. */
export function rowsText(rows: readonly (readonly string[])[]): string {
  return `[${rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join(',')}]`;
}

export function rowsOf(text: string): string[][] {
  return JSON.parse(text) as string[][];
}

/** What a unit's rows say in one column, each word once. */
export function saidText(labels: readonly string[]): string {
  return JSON.stringify([...new Set(labels)].sort());
}
