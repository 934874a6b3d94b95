import { Draft } from './draft.js';
import { GroupTest } from './group-test.js';
import { Invariance } from './invariance.js';
import { type Ledger, NEVER } from './ledger.js';
import { Members } from './members.js';
import type { SeriesRules } from './series-rules.js';
import type { SeriesUnits } from './series-units.js';

/** Uniform in [0, 1). Nobody outside may foresee it: it chooses who leaves in the company of whoever was expunged. */
export type Random = () => number;

/** What every step of planning works with. */
export class Planning {
  readonly draft: Draft;
  readonly test: GroupTest;
  readonly invariance: Invariance;
  private readonly unitsOf: Members | null;

  constructor(
    readonly units: SeriesUnits,
    ledger: Ledger,
    readonly rules: SeriesRules,
    readonly random: Random,
  ) {
    this.draft = new Draft(units, ledger);
    this.test = new GroupTest(rules, units);
    this.invariance = new Invariance(rules, this.draft);
    this.unitsOf = units.subject === undefined ? null : new Members(units.subject, units.count);
  }

  /** The units of the same person, itself among them. */
  sameSubject(unit: number): Iterable<number> {
    return this.unitsOf?.of(this.units.subject![unit]!) ?? [unit];
  }

  /**
   * Whether another unit of the person has stood in the class in this epoch. Such a unit waits: the person would not be
   * new in the class, and a person counts for one cohort of a class only, so that every cohort keeps its k.
   */
  known(unit: number, classOf: number): boolean {
    const { cohortOf, cohorts, movedFrom } = this.draft;
    if (this.unitsOf === null) return false;
    for (const other of this.sameSubject(unit)) {
      const cohort = cohortOf[other]!;
      if (cohort !== NEVER && cohorts[cohort]!.classOf === classOf) return true;
      if (movedFrom[other] === classOf) return true;
    }
    return false;
  }

  shuffled(units: Iterable<number>): number[] {
    const order = [...units];
    for (let last = order.length - 1; last > 0; last--) {
      const at = Math.floor(this.random() * (last + 1));
      [order[last], order[at]] = [order[at]!, order[last]!];
    }
    return order;
  }
}
