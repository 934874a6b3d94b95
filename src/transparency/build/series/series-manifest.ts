import { roundNumber } from '../../report/index.js';
import type { SeriesGround } from '../../records/series-ground.reader.js';
import { ABSENT, AS_BEFORE } from '../../series/index.js';
import type { SeriesClaim } from '../../verify/index.js';
import { manifestDemands } from '../manifest-demands.js';
import { engineOf, manifestOf, type TableManifest } from '../release-manifest.js';
import type { ReleasePlan } from '../release-plan.js';
import type { BuiltSeries } from './build-series.js';
import { toldShares, toldSuppressed, wholeSteps } from './told-totals.js';

export type SeriesTableManifest = TableManifest & { readonly series: SeriesClaim };

/**
 * What is published beside the file of a release in a series. What depends on people who are not in the file is told in
 * steps of k or more, and what the search says of itself is that of the epoch's first release: else the numbers of one
 * month beside those of the next would tell what the files do not.
 */
export function seriesManifest(
  dataset: string,
  plan: ReleasePlan,
  built: BuiltSeries,
  { epoch, published }: SeriesGround,
): SeriesTableManifest {
  const { layout, written, planned, choice } = built;
  const step = roundNumber(plan.k);
  const counted = leftOut(built);
  const shown = { units: counted.shown, rows: written.rows };
  const suppressed = toldSuppressed(shown, counted.absent, step);
  const input = { units: shown.units + suppressed.units, rows: shown.rows + suppressed.rows };
  const levels = new Map(layout.quasiIdentifiers.map((column) => [column.plan.name, column.level]));
  const engine = choice === null ? published!.first.engine : roundedEngine(engineOf(choice));
  const manifest = manifestOf(dataset, plan, {
    ...{ written, input, suppressed, levels },
    demands: manifestDemands(plan, sharesOf(built, input.rows)),
    engine: { ...engine, ...classesOf(built) },
    ancestors: new Map(layout.quasiIdentifiers.map((column) => [column.plan.name, column.ancestors])),
  });
  const heldBack = { units: wholeSteps(counted.heldBack.units, step), rows: wholeSteps(counted.heldBack.rows, step) };
  return { ...manifest, series: { epoch: epoch.name, number: planned.plan.number, heldBack } };
}

function leftOut({ taken, planned }: BuiltSeries) {
  const { plan, unitOf } = planned;
  const [absent, heldBack] = [
    { units: 0, rows: 0 },
    { units: 0, rows: 0 },
  ];
  for (const [at, pseudonym] of taken.pseudonyms.entries()) {
    const how = plan.show[unitOf.get(pseudonym)!]!;
    for (const tally of [...(how === ABSENT ? [absent, heldBack] : []), ...(how === AS_BEFORE ? [heldBack] : [])]) {
      tally.units++;
      tally.rows += taken.rowsOf.at(at);
    }
  }
  return { absent, heldBack, shown: plan.show.reduce((sum, how) => sum + Number(how !== ABSENT), 0) };
}

function classesOf({ planned: { plan } }: BuiltSeries): { classes: number; smallestClass: number } {
  const { cohorts, cohortOf } = plan.ledger;
  const units = new Map<number, number>();
  plan.show.forEach((how, unit) => {
    const classOf = cohorts[cohortOf[unit]!]?.classOf ?? -1;
    if (how !== ABSENT) units.set(classOf, (units.get(classOf) ?? 0) + 1);
  });
  return { classes: units.size, smallestClass: units.size === 0 ? 0 : Math.min(...units.values()) };
}

/** Two digits: the loss of one who was left out is lost in them. */
function roundedEngine(engine: ReturnType<typeof engineOf>): ReturnType<typeof engineOf> {
  const two = (value: number): number => Number(value.toPrecision(2));
  const { informationLoss, lowerBound, gap } = engine;
  return { ...engine, informationLoss: two(informationLoss), lowerBound: two(lowerBound), gap: two(gap) };
}

function sharesOf({ layout, uses, frozen }: BuiltSeries, rows: number) {
  const names = layout.demandedAt.map((at) => layout.matters[at - layout.quasiAt.length]!.plan.name);
  const overall = new Map(
    names.map((name, at) => [name, toldShares(uses[at]!, rows, frozen.shares?.[name] ?? {})] as const),
  );
  return {
    words: new Map(
      [...overall].map(([name, shares]) => [name, { codes: new Int32Array(), labels: [...shares.keys()] }]),
    ),
    overall,
  };
}
