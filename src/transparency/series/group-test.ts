import type { SeriesRules } from './series-rules.js';
import type { SeriesUnits } from './series-units.js';

/** Per attribute: unit → value. Values at several times follow each other: all attributes at one, then all at the next. */
export type Values = readonly Int32Array[];

/** First and last published, and as recorded now. */
const MOST_TIMES = 3;

/** Whether units that a reader sees do one thing together are enough people, with enough different values at every time. */
export class GroupTest {
  private subjects = 0;
  private tables = 0;
  private readonly distinct: Int32Array;
  private readonly met: Int32Array;
  private readonly metValues: readonly Int32Array[];
  private round = 0;

  constructor(
    private readonly rules: SeriesRules,
    private readonly units: SeriesUnits,
  ) {
    this.met = new Int32Array(units.count);
    const times = Array.from({ length: MOST_TIMES }, () => units.values).flat();
    this.metValues = times.map((size) => new Int32Array(size));
    this.distinct = new Int32Array(times.length);
  }

  begin(): void {
    this.round++;
    this.subjects = 0;
    this.distinct.fill(0);
  }

  add(unit: number, values: Values): void {
    const subject = this.units.subject?.[unit] ?? unit;
    if (this.met[subject] !== this.round) this.subjects++;
    this.met[subject] = this.round;
    this.tables = values.length;
    for (let at = 0; at < values.length; at++) {
      const met = this.metValues[at]!;
      const value = values[at]![unit]!;
      if (met[value] !== this.round) this.distinct[at]! += 1;
      met[value] = this.round;
    }
  }

  get holds(): boolean {
    const { k, values } = this.rules;
    if (this.subjects < k) return false;
    for (let at = 0; at < this.tables; at++) if (this.distinct[at]! < values[at % values.length]!.l) return false;
    return true;
  }

  passes(units: Iterable<number>, values: Values): boolean {
    this.begin();
    for (const unit of units) this.add(unit, values);
    return this.holds;
  }
}
