import { Members } from './members.js';
import { NEVER } from './ledger.js';
import type { Planning } from './planning.js';

/** A class grows by at least k new subjects with l values at once, or not at all in this release. */
export class Arrivals {
  private readonly waiting: Members;

  constructor(private readonly planning: Planning) {
    const { units, draft } = planning;
    const classOf = Int32Array.from({ length: units.count }, (_, unit) =>
      units.present[unit] === 1 && draft.cohortOf[unit] === NEVER ? units.classOf[unit]! : NEVER,
    );
    this.waiting = new Members(classOf, units.classes);
  }

  /** After those who stand are settled: lets every class's waiting units in that may come in together. */
  admit(): void {
    const { units, draft } = this.planning;
    for (let classOf = 0; classOf < units.classes; classOf++) {
      const batch = this.waiting.of(classOf);
      for (const unit of batch) if (!this.planning.known(unit, classOf)) draft.arriving[unit] = 1;
      if (batch.length > 0) this.review(classOf);
    }
  }

  /** The class's units that are about to be published first. */
  of(classOf: number): number[] {
    return [...this.waiting.of(classOf)].filter((unit) => this.planning.draft.arriving[unit] === 1);
  }

  /** Puts off whom the company would give away, and all of them when too few are left. */
  review(classOf: number): void {
    const { invariance, test, units } = this.planning;
    for (let batch = this.of(classOf); ;) {
      const sets = invariance.valuesOf(batch);
      const kept = batch.filter((unit) => invariance.keeps(unit, sets));
      if (!test.passes(kept, units.sensitive)) {
        this.putOff(batch);
        return;
      }
      if (kept.length === batch.length) return;
      this.putOff(batch.filter((unit) => !invariance.keeps(unit, sets)));
      batch = kept;
    }
  }

  putOff(units: Iterable<number>): void {
    for (const unit of units) this.planning.draft.arriving[unit] = 0;
  }

  /** What the plan has become for good: one cohort a class. */
  settle(): void {
    const { draft, invariance, units } = this.planning;
    for (let classOf = 0; classOf < units.classes; classOf++) {
      const batch = this.of(classOf);
      if (batch.length === 0) continue;
      invariance.remember(batch, invariance.valuesOf(batch));
      draft.settle(batch, classOf);
    }
  }
}
