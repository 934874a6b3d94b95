import type { Arrivals } from './arrivals.js';
import { Members } from './members.js';
import type { Planning } from './planning.js';

/** How a plan takes back: arrivals first, then corrections, at last whole cohorts. Each is always safe within the epoch. */
export class Retreat {
  constructor(
    private readonly planning: Planning,
    private readonly arrivals: Arrivals,
  ) {}

  /**
   * Puts off arrivals of these classes, chosen from a list in which the largest batches stand first, each in random order.
   * Batches that are too small afterwards are put off whole. @returns all that were put off
   */
  putOff(classes: Int32Array, choose: (waiting: readonly number[]) => readonly number[]): number[] {
    const batches = [...classes].map((classOf) => ({ classOf, units: this.arrivals.of(classOf) }));
    const waiting = batches
      .filter(({ units }) => units.length > 0)
      .sort((one, other) => other.units.length - one.units.length)
      .flatMap(({ units }) => this.planning.shuffled(units));
    const chosen = choose(waiting);
    if (chosen.length === 0) return [];
    const { units, draft } = this.planning;
    const here = new Set(classes);
    const persons = chosen.flatMap((unit) => [...this.planning.sameSubject(unit)]);
    const going = persons.filter((unit) => here.has(units.classOf[unit]!));
    this.arrivals.putOff(going);
    for (const classOf of new Set(going.map((unit) => units.classOf[unit]!))) this.arrivals.review(classOf);
    return waiting.filter((unit) => draft.arriving[unit] === 0);
  }

  /**
   * Lets more of a cohort leave with those of it who leave in this release. @returns whether any did
   * @param choose of units in random order those that should
   */
  extendLeaving(classes: Int32Array, choose: (units: readonly number[]) => readonly number[]): boolean {
    const here = new Set(classes);
    const { draft, test } = this.planning;
    const leaving = draft.leaving.filter(
      ({ from }) => here.has(draft.cohorts[from]!.classOf) && draft.cohorts[from]!.left === 0,
    );
    for (const { from, to } of leaving) {
      const members = Array.from(draft.cohortOf.keys()).filter((unit) => draft.cohortOf[unit] === from);
      const going = new Set(
        choose(this.planning.shuffled(members))
          .flatMap((unit) => [...this.planning.sameSubject(unit)])
          .filter((unit) => draft.cohortOf[unit] === from),
      );
      const staying = members.filter((unit) => !going.has(unit));
      if (going.size === 0 || !test.passes(staying, draft.seen)) continue;
      for (const unit of going) draft.cohortOf[unit] = to;
      return true;
    }
    return false;
  }

  /**
   * Nothing arrives here any more: what was corrected is not, and then the smallest cohort disappears as a whole.
   * @returns whether there was anything left to take back
   */
  giveUp(classes: Int32Array): boolean {
    const here = new Set(classes);
    const { draft } = this.planning;
    const { cohorts } = draft;
    const steps = draft.steps.filter(
      ({ from, to }) => here.has(cohorts[from]!.classOf) || here.has(cohorts[to]!.classOf),
    );
    if (steps.length > 0) {
      for (const step of steps) draft.undo(step);
      return true;
    }
    const members = new Members(draft.cohortOf, cohorts.length);
    const standing = cohorts
      .flatMap(({ classOf, left }, cohort) => (left === 0 && here.has(classOf) ? [cohort] : []))
      .filter((cohort) => members.of(cohort).length > 0)
      .sort((one, other) => members.of(one).length - members.of(other).length);
    const [smallest] = standing;
    if (smallest === undefined) return false;
    draft.withdraw(members.of(smallest), smallest);
    return true;
  }
}
