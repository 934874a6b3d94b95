import { LIVED, REMEMBERED_VALUES } from './ledger.js';
import type { Draft } from './draft.js';
import type { SeriesRules } from './series-rules.js';

/**
 * m-invariance (Xiao & Tao 2007): whoever follows a person from release to release intersects the values of the groups in
 * which the person stands; at least l must be left.
 */
export class Invariance {
  constructor(
    private readonly rules: SeriesRules,
    private readonly draft: Draft,
  ) {}

  /** Per attribute the values of the record among these units. */
  valuesOf(units: Iterable<number>): Int32Array {
    const { sensitive } = this.draft.units;
    const sets = new Int32Array(sensitive.length);
    for (const unit of units)
      for (let a = 0; a < sets.length; a++) {
        const value = sensitive[a]![unit]!;
        if (value < REMEMBERED_VALUES) sets[a]! |= 1 << value;
      }
    return sets;
  }

  /** Whether the unit, if it stood among these values, could still have l of them. */
  keeps(unit: number, sets: Int32Array): boolean {
    return this.rules.values.every(({ l }, a) => {
      const before = this.before(unit, a);
      return before === 0 || l <= 1 || bits(before & sets[a]! & ~LIVED) >= l;
    });
  }

  /** Of units that were just published among these values. */
  remember(units: Iterable<number>, sets: Int32Array): void {
    for (const unit of units)
      for (const [a, among] of this.draft.among.entries()) {
        const before = this.before(unit, a);
        among[unit] = LIVED | (before === 0 ? sets[a]! : before & sets[a]!);
      }
  }

  /** A value that has changed is another secret: what the former one stood among does not narrow it. */
  private before(unit: number, a: number): number {
    const { ledger, units } = this.draft;
    if (unit >= ledger.cohortOf.length || ledger.sensitive[a]![unit] !== units.sensitive[a]![unit]) return 0;
    return ledger.among[a]![unit]!;
  }
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
