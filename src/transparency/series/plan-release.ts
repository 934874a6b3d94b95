import { Arrivals } from './arrivals.js';
import { keepClose } from './closeness.js';
import { Comparison } from './comparison.js';
import { type ClassDemands, keepDemands } from './demands.js';
import type { Draft } from './draft.js';
import type { FormerEpoch } from './former-epoch.js';
import type { GroupTest } from './group-test.js';
import type { Ledger } from './ledger.js';
import { Members } from './members.js';
import { Planning, type Random } from './planning.js';
import { factsOf, type PublishedFacts } from './published-facts.js';
import { SeriesRefused } from './series-refused.js';
import type { SeriesRules } from './series-rules.js';
import type { SeriesUnits } from './series-units.js';
import { AS_BEFORE, showing } from './showing.js';
import { settleStanding } from './standing-cohorts.js';

/** Units that the record holds and the release does not show as they are, by reason. */
export interface HeldBack {
  /** New to the epoch, and too few in their class yet. */
  readonly arriving: number;
  /** Shown as before the correction. */
  readonly corrected: number;
  /** Withdrawn in the company of an expunged one; back with the next epoch. */
  readonly inCompany: number;
}

export interface ReleasePlan {
  /** In the epoch, from 1. */
  readonly number: number;
  /** unit → `ABSENT`, `AS_RECORDED`, `AS_BEFORE` */
  readonly show: Uint8Array;
  readonly heldBack: HeldBack;
  /** Units gone from the record that stood in the release before and do not stand in this one. */
  readonly expunged: number;
  /** The ledger once this release is published. */
  readonly ledger: Ledger;
  /** For comparison with every later release. */
  readonly facts: PublishedFacts;
}

/**
 * What the next release of an epoch shows, so that beside all that were published before, of this epoch and of earlier
 * ones, nothing appears, disappears or changes for fewer than k people. It never fails for want of units: at the worst
 * the release is empty.
 * @throws SeriesRefused `series-not-comparable` when even that would not be safe, `series-demands-broken` when the plan
 *   does not stand its own examination, `series-malformed` when the arrays do not fit together
 */
export function planRelease(
  units: SeriesUnits,
  ledger: Ledger,
  rules: SeriesRules,
  beside: {
    readonly former: readonly FormerEpoch[];
    readonly random: Random;
    /** Demands on each class that these units do not tell; absent: none. */
    readonly demands?: ClassDemands;
  },
): ReleasePlan {
  const { former, random, demands } = beside;
  checkShape(units, ledger, rules);
  const planning = new Planning(units, ledger, rules, random);
  const { draft } = planning;
  settleStanding(planning);
  const arrivals = new Arrivals(planning);
  arrivals.admit();
  const comparisons = former.flatMap(({ coarsenings, releases }) =>
    coarsenings.map((coarsening) => new Comparison(planning, arrivals, coarsening, releases)),
  );
  for (let safe = false; !safe;) {
    safe = !keepClose(planning, arrivals, factsOf(draft));
    if (keepDemands(planning, arrivals, demands)) safe = false;
    for (const comparison of comparisons) if (comparison.mend(factsOf(draft))) safe = false;
  }
  arrivals.settle();
  const facts = factsOf(draft);
  for (const comparison of comparisons) {
    const fault = comparison.firstFault(facts);
    if (fault !== null)
      throw new SeriesRefused(
        'series-not-comparable',
        `beside release ${fault.release} this release would tell of fewer than k people in cell ${fault.cell}`,
      );
  }
  examine(draft, planning.test);
  if (demands !== undefined && demands(showing(draft)).length > 0)
    throw new SeriesRefused('series-demands-broken', 'a class breaks a demand of the charter');
  return { ...tally(draft), number: draft.release, ledger: ledgerOf(draft), facts };
}

/** Doubt fails closed: every group that the plan makes is counted again. */
function examine({ cohortOf, cohorts, seen }: Draft, test: GroupTest): void {
  const members = new Members(cohortOf, cohorts.length);
  for (let cohort = 0; cohort < cohorts.length; cohort++) {
    const units = members.of(cohort);
    if (units.length > 0 && cohorts[cohort]!.left === 0 && !test.passes(units, seen))
      throw new SeriesRefused('series-demands-broken', `cohort ${cohort} has too few subjects or values`);
  }
}

function tally(draft: Draft): Pick<ReleasePlan, 'show' | 'heldBack' | 'expunged'> {
  const { units, cohortOf, cohorts, release } = draft;
  const show = showing(draft);
  const heldBack = { arriving: 0, corrected: 0, inCompany: 0 };
  let expunged = 0;
  for (let unit = 0; unit < units.count; unit++) {
    const cohort = cohorts[cohortOf[unit]!];
    if (units.present[unit] === 0) expunged += Number(cohort?.left === release);
    else if (cohort === undefined) heldBack.arriving++;
    else if (cohort.left !== 0) heldBack.inCompany++;
    else heldBack.corrected += Number(show[unit] === AS_BEFORE);
  }
  return { show, heldBack, expunged };
}

function ledgerOf({ release, cohortOf, movedFrom, content, sensitive, first, among, cohorts }: Draft): Ledger {
  return { releases: release, cohortOf, movedFrom, content, sensitive, first, among, cohorts };
}

function checkShape({ count, classes, values, ...units }: SeriesUnits, ledger: Ledger, rules: SeriesRules): void {
  const known = ledger.cohortOf.length;
  const columns = [units.present, units.classOf, units.content, ...units.sensitive, units.subject ?? units.classOf];
  const wrong =
    columns.some(({ length }) => length !== count) ||
    known > count ||
    [units.sensitive, rules.values, ledger.sensitive, ledger.first, ledger.among].some(
      ({ length }) => length !== values.length,
    ) ||
    ledger.cohorts.some(({ classOf }) => classOf >= classes);
  if (wrong)
    throw new SeriesRefused(
      'series-malformed',
      `${count} units, ${known} of them in the ledger, and ${values.length} sensitive attributes do not fit together`,
    );
}
