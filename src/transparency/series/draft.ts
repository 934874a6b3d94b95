import { type Cohort, type Ledger, NEVER } from './ledger.js';
import type { Values } from './group-test.js';
import type { SeriesUnits } from './series-units.js';

/** Units that do something visible in this release that could be left undone: they changed, or moved to another class. */
export interface Step {
  readonly kind: 'changed' | 'moved';
  readonly units: readonly number[];
  /** The cohort that they left, and the one that they form now. */
  readonly from: number;
  readonly to: number;
}

/** The release while it is being planned: the ledger as it would stand afterwards. */
export class Draft {
  /** Its number in the epoch. */
  readonly release: number;
  readonly cohortOf: Int32Array;
  readonly movedFrom: Int32Array;
  readonly content: Int32Array;
  readonly sensitive: readonly Int32Array[];
  readonly first: readonly Int32Array[];
  /** What readers have seen of those who stand: a group of any kind has l values in each of its releases. */
  readonly seen: Values;
  readonly among: readonly Int32Array[];
  readonly cohorts: Cohort[];
  /** unit → 1 when it is about to be published for the first time in this epoch. */
  readonly arriving: Uint8Array;
  steps: Step[] = [];
  /** Who leaves in this release: the cohort that they belonged to, and the one that they form. */
  readonly leaving: { readonly from: number; readonly to: number }[] = [];

  constructor(
    readonly units: SeriesUnits,
    readonly ledger: Ledger,
  ) {
    const { count } = units;
    this.release = ledger.releases + 1;
    this.cohortOf = extended(ledger.cohortOf, count, NEVER);
    this.movedFrom = extended(ledger.movedFrom, count, NEVER);
    this.content = extended(ledger.content, count, 0);
    this.sensitive = ledger.sensitive.map((codes) => extended(codes, count, 0));
    this.first = ledger.first.map((codes) => extended(codes, count, 0));
    this.seen = [...this.first, ...this.sensitive];
    this.among = ledger.among.map((sets) => extended(sets, count, 0));
    this.cohorts = [...ledger.cohorts];
    this.arriving = new Uint8Array(count);
  }

  stands(unit: number): boolean {
    const cohort = this.cohortOf[unit]!;
    return cohort >= 0 && this.cohorts[cohort]!.left === 0;
  }

  /** The class that the release would show the unit in, or `NEVER`. */
  classShown(unit: number): number {
    if (this.arriving[unit] === 1) return this.units.classOf[unit]!;
    return this.stands(unit) ? this.cohorts[this.cohortOf[unit]!]!.classOf : NEVER;
  }

  /** A new cohort of these units; they take on what the record says of them now. */
  settle(units: Iterable<number>, classOf: number): number {
    const cohort = this.cohorts.push({ classOf, entered: this.release, left: 0 }) - 1;
    for (const unit of units) {
      this.cohortOf[unit] = cohort;
      this.content[unit] = this.units.content[unit]!;
      for (const [a, codes] of this.sensitive.entries()) {
        codes[unit] = this.units.sensitive[a]![unit]!;
        if (this.arriving[unit] === 1) this.first[a]![unit] = codes[unit];
      }
    }
    return cohort;
  }

  /** These units of one cohort disappear together and do not come back in this epoch. */
  withdraw(units: Iterable<number>, from: number): void {
    const cohort = this.cohorts.push({ ...this.cohorts[from]!, left: this.release }) - 1;
    for (const unit of units) this.cohortOf[unit] = cohort;
    this.leaving.push({ from, to: cohort });
  }

  undo(step: Step): void {
    const { ledger, steps } = this;
    for (const unit of step.units) {
      this.cohortOf[unit] = step.from;
      this.movedFrom[unit] = ledger.movedFrom[unit]!;
      this.content[unit] = ledger.content[unit]!;
      for (const [a, codes] of this.sensitive.entries()) codes[unit] = ledger.sensitive[a]![unit]!;
      for (const [a, sets] of this.among.entries()) sets[unit] = ledger.among[a]![unit]!;
    }
    this.cohorts[step.to] = { ...this.cohorts[step.to]!, left: this.release };
    this.steps = steps.filter((other) => other !== step);
  }
}

function extended(codes: Int32Array, count: number, filler: number): Int32Array {
  const longer = new Int32Array(count).fill(filler);
  longer.set(codes);
  return longer;
}
