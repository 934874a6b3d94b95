import { ABSENT, AS_BEFORE, SeriesRefused } from '../../series/index.js';
import { pseudonymText } from '../pseudonyms.js';
import type { RowSpill } from '../row-spill.js';
import { type FormerFile, formerUnits } from './former-rows.js';
import type { PlannedSeries } from './plan-series.js';
import type { SeriesLayout } from './series-layout.js';

/** Of all rows of the record those that the plan shows, with those of the last file that it leaves as they were. */
export class PlannedRows {
  /** Per demanded column: code of a record → rows of the file. */
  readonly uses: readonly Map<number, number>[];
  private readonly formerUnits = new Set<string>();

  constructor(
    private readonly layout: SeriesLayout,
    private readonly planned: PlannedSeries,
    private readonly spill: RowSpill,
  ) {
    this.uses = layout.demandedAt.map(() => new Map<number, number>());
    const { show } = planned.plan;
    for (const [unit, pseudonym] of planned.pseudonyms.entries())
      if (show[unit] === AS_BEFORE) this.formerUnits.add(pseudonym);
  }

  /** Corrections that wait: their rows come from the file, cell for cell. @throws SeriesRefused series-malformed */
  async takeFormer(file: FormerFile | null): Promise<void> {
    const { plan } = this.layout;
    if (this.formerUnits.size === 0) return;
    let found = 0;
    const names = plan.columns.map(({ name }) => name);
    if (file !== null)
      for await (const { pseudonym, rows } of formerUnits(file, names, plan.unit)) {
        if (!this.formerUnits.has(pseudonym)) continue;
        found++;
        for (const row of rows) this.spill.push(this.recordOf(row));
      }
    if (found !== this.formerUnits.size)
      throw new SeriesRefused('series-malformed', 'the last file misses units that have to stay as they were');
  }

  /** As `RowSpill.sorted`, without what is not shown. */
  *sorted(): Generator<Int32Array> {
    const { layout } = this;
    const { width } = layout.record;
    for (const records of this.spill.sorted()) {
      const kept = new Int32Array(records.length);
      let [to, last, how] = [0, '', ABSENT];
      for (let from = 0; from < records.length; from += width) {
        const pseudonym = pseudonymText(records[from]!, records[from + 1]!);
        if (pseudonym !== last) how = this.planned.plan.show[this.planned.unitOf.get(pseudonym)!]!;
        last = pseudonym;
        // What the record says now of a unit that stays as it was stands here too, and stays behind.
        if (how === ABSENT || (how === AS_BEFORE) !== (records[from + layout.formerAt] === 1)) continue;
        kept.set(records.subarray(from, from + width), to);
        this.count(records, from);
        to += width;
      }
      yield kept.subarray(0, to);
    }
  }

  private count(records: Int32Array, from: number): void {
    const { demandedAt, record } = this.layout;
    for (const [at, place] of demandedAt.entries()) {
      const uses = this.uses[at]!;
      const code = records[from + record.bookAt + place]!;
      uses.set(code, (uses.get(code) ?? 0) + 1);
    }
  }

  private recordOf(row: readonly string[]): Int32Array {
    const { record, columns, formerAt } = this.layout;
    const codes = new Int32Array(record.width);
    for (const [place, { column, at, cell }] of record.columns.entries()) {
      const word = row[place]!;
      if (column.role === 'key') {
        codes[at] = parseInt(word.slice(0, 8), 16);
        codes[at + 1] = parseInt(word.slice(8), 16);
      } else codes[at] = columns[cell]!.codeOfShown(word);
    }
    codes[formerAt] = 1;
    return codes;
  }
}
