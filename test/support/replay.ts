import { join } from 'node:path';
import type { PrivacyModel } from '../../src/transparency/anonymize/index.js';
import { ABSENT, AS_BEFORE, type Random, type ReleasePlan } from '../../src/transparency/series/index.js';
import { type SeriesVerification, verifySeries } from '../../src/transparency/verify/series/index.js';
import { chooseLevels } from './chosen-levels.js';
import { NaiveReleaser } from './naive-releaser.js';
import { monthsOf, type ReplayRates, type ReplayRecord } from './replay-record.js';
import type { SeriesLayout } from './series-files.js';
import { SeriesPublisher } from './series-publisher.js';

export interface ReplayOrder {
  readonly record: ReplayRecord;
  readonly layout: SeriesLayout;
  readonly models: readonly PrivacyModel[];
  readonly suppressionLimit: number;
  readonly rates: ReplayRates;
  readonly monthsPerEpoch: number;
  readonly folder: string;
  readonly random: Random;
}

export interface MonthFigures {
  readonly month: string;
  readonly recorded: number;
  readonly shown: number;
  /** Shown as before a correction. */
  readonly former: number;
  readonly plan: ReleasePlan['heldBack'] & { readonly expunged: number };
  /** What the epoch's transformation leaves out by itself, on the month in which it was chosen. */
  readonly suppressed: number | null;
  readonly levels: readonly number[];
  readonly seconds: number;
}

export interface Replay {
  readonly months: readonly MonthFigures[];
  readonly ours: SeriesVerification;
  readonly lasting: SeriesVerification;
  readonly fresh: SeriesVerification;
  /** Of units filed after the first release and shown by the last: months until they were, and how many never were. */
  readonly delays: readonly number[];
  readonly neverShown: number;
  readonly naiveShown: readonly number[];
}

/** The same months published by the planner and, beside it, by a naive releaser; all verified by the same verifier. */
export async function replay(order: ReplayOrder): Promise<Replay> {
  const { record, layout, folder, random, models, suppressionLimit, monthsPerEpoch } = order;
  const ours = new SeriesPublisher(layout, join(folder, 'ours'), random);
  const plain = { ...layout, rules: { ...layout.rules, values: layout.rules.values.map(() => ({ l: 1 })) } };
  const naive = (['lasting', 'fresh'] as const).map((kind) => new NaiveReleaser(plain, folder, kind, suppressionLimit));
  const months: MonthFigures[] = [];
  const naiveShown: number[] = [];
  const filedIn = new Map<string, number>();
  const shownIn = new Map<string, number>();
  let month = 0;
  for (const units of monthsOf(record, order.rates, random)) {
    const epochBegins = month % monthsPerEpoch === 0;
    const chosen = epochBegins ? chooseLevels(units, layout, { people: true, models, suppressionLimit }) : null;
    if (chosen !== null) ours.openEpoch(`epoch ${month / monthsPerEpoch + 1}`, chosen.transformation);
    const begun = process.cpuUsage();
    const plan = ours.publish(units);
    const { user, system } = process.cpuUsage(begun);
    for (const { id } of units) {
      if (!filedIn.has(id)) filedIn.set(id, month);
      if (plan.show[ours.numberOf(id)] !== ABSENT && !shownIn.has(id)) shownIn.set(id, month);
    }
    months.push({
      month: record.months[month]!,
      recorded: units.length,
      shown: plan.show.reduce((sum, how) => sum + Number(how !== ABSENT), 0),
      former: plan.show.reduce((sum, how) => sum + Number(how === AS_BEFORE), 0),
      plan: { ...plan.heldBack, expunged: plan.expunged },
      suppressed: chosen?.suppressedUnits ?? null,
      levels: chosen?.transformation ?? months.at(-1)!.levels,
      seconds: (user + system) / 1e6,
    });
    naiveShown.push(...naive.map((releaser) => releaser.publish(units)).slice(0, 1));
    month++;
  }
  const later = [...filedIn].filter(([, filed]) => filed > 0);
  return {
    months,
    ours: await verifySeries(ours.files),
    lasting: await verifySeries(naive[0]!.files, { finestOnly: true }),
    fresh: await verifySeries(naive[1]!.files, { finestOnly: true }),
    delays: later.flatMap(([id, filed]) => (shownIn.has(id) ? [shownIn.get(id)! - filed] : [])),
    neverShown: later.filter(([id]) => !shownIn.has(id)).length,
    naiveShown,
  };
}
