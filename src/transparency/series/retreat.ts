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
   * Lets a part of a cohort leave: more of one of which some leave in this release, or k of the largest. The rest stays a
   * group of its own. @returns whether any did @param choose of units in random order those that should
   */
  letSomeLeave(classes: Int32Array, choose: (units: readonly number[]) => readonly number[]): boolean {
    const here = new Set(classes);
    const { draft } = this.planning;
    const members = new Members(draft.cohortOf, draft.cohorts.length);
    const standing = draft.cohorts
      .flatMap(({ classOf, left }, cohort) => (left === 0 && here.has(classOf) ? [cohort] : []))
      .sort((one, other) => members.of(other).length - members.of(one).length);
    const leaving = draft.leaving.filter(({ from }) => standing.includes(from));
    return (
      leaving.some(({ from, to }) => this.part(members.of(from), choose, to)) ||
      standing.some((cohort) => this.part(members.of(cohort), choose, null))
    );
  }

  /** @param joined the cohort of those who leave already, null when they are enough only by themselves */
  private part(
    members: Int32Array,
    choose: (units: readonly number[]) => readonly number[],
    joined: number | null,
  ): boolean {
    const { draft, test } = this.planning;
    const [first] = members;
    if (first === undefined) return false;
    const cohort = draft.cohortOf[first]!;
    const order = this.planning.shuffled(members);
    const going = new Set<number>();
    test.begin();
    const take = (unit: number): void => {
      for (const other of this.planning.sameSubject(unit))
        if (draft.cohortOf[other] === cohort && !going.has(other)) {
          going.add(other);
          test.add(other, draft.seen);
        }
    };
    for (const unit of choose(order)) take(unit);
    for (const unit of joined === null ? order : []) {
      if (test.holds) break;
      take(unit);
    }
    const staying = order.filter((unit) => !going.has(unit));
    if (going.size === 0 || !test.passes(staying, draft.seen)) return false;
    if (joined === null) draft.withdraw(going, cohort);
    else for (const unit of going) draft.cohortOf[unit] = joined;
    return true;
  }

  /** What was corrected here, or moved to or from here, is not. @returns whether anything was */
  undoSteps(classes: Int32Array): boolean {
    const here = new Set(classes);
    const { draft } = this.planning;
    const { cohorts } = draft;
    const steps = draft.steps.filter(
      ({ from, to }) => here.has(cohorts[from]!.classOf) || here.has(cohorts[to]!.classOf),
    );
    for (const step of steps) draft.undo(step);
    return steps.length > 0;
  }

  /** The smallest cohort disappears as a whole. @returns whether there was one */
  giveUp(classes: Int32Array): boolean {
    const here = new Set(classes);
    const { draft } = this.planning;
    const members = new Members(draft.cohortOf, draft.cohorts.length);
    const [smallest] = draft.cohorts
      .flatMap(({ classOf, left }, cohort) => (left === 0 && here.has(classOf) ? [cohort] : []))
      .filter((cohort) => members.of(cohort).length > 0)
      .sort((one, other) => members.of(one).length - members.of(other).length);
    if (smallest === undefined) return false;
    draft.withdraw(members.of(smallest), smallest);
    return true;
  }
}
