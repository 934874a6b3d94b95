import {
  type Coarsening,
  emptyLedger,
  nextEpoch,
  planRelease,
  type SeriesUnits,
} from '../src/transparency/series/index.js';
import { seeded } from '../test/support/random-series.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const CLASSES = 5_000;
const VALUES = 8;
const K = 11;

/**
 * Planning alone: `series [units]`. Five releases of an epoch, each with 1 % new units, corrections and expungements at
 * Chicago's rates, then the first of a second epoch, held against all five in 40 common tables.
 */
export function run([given = '1000000']: string[]): Promise<void> {
  const size = Number(given);
  const random = seeded(20260315);
  const count = Math.round(size * 1.05);
  const classOf = Int32Array.from({ length: count }, () => Math.floor(CLASSES * random() ** 2));
  const value = Int32Array.from({ length: count }, () => Math.floor(VALUES * random() ** 2));
  const gone = new Uint8Array(count);
  const unitsUpTo = (units: number): SeriesUnits => ({
    count: units,
    present: Uint8Array.from({ length: units }, (_, unit) => 1 - gone[unit]!),
    classOf: classOf.slice(0, units),
    classes: CLASSES,
    content: value.slice(0, units),
    sensitive: [value.slice(0, units)],
    values: [VALUES],
  });
  const rules = { k: K, values: [{ l: 2 }] };
  let ledger = emptyLedger(1);
  const releases = [];
  for (let number = 1; number <= 5; number++) {
    const units = unitsUpTo(Math.round(size * (1 + (number - 1) / 100)));
    const plan = timed(`release ${number}`, units, () => planRelease(units, ledger, rules, { former: [], random }));
    releases.push({ name: `${number}`, k: K, facts: plan.facts });
    ledger = plan.ledger;
    for (let unit = 0; unit < units.count; unit++) {
      const drawn = random();
      if (drawn < 0.0002) gone[unit] = 1;
      else if (drawn < 0.0013) value[unit] = Math.floor(VALUES * random());
    }
  }
  const coarsenings = Array.from({ length: 40 }, (_, at): Coarsening => {
    const cells = Math.ceil(CLASSES / (at + 1));
    const cellOf = Int32Array.from({ length: CLASSES }, (__, each) => each % cells);
    return { cells, cellOfNow: cellOf, cellOfFormer: cellOf, finest: at === 0 };
  });
  const units = unitsUpTo(count);
  const former = [{ coarsenings, releases }];
  timed('epoch 2', units, () => planRelease(units, nextEpoch(ledger), rules, { former, random }));
  return Promise.resolve();
}

function timed(
  name: string,
  units: SeriesUnits,
  plan: () => ReturnType<typeof planRelease>,
): ReturnType<typeof planRelease> {
  const before = process.cpuUsage();
  const started = performance.now();
  const found = plan();
  const { user, system } = process.cpuUsage(before);
  const shown = found.show.reduce((sum, how) => sum + Number(how !== 0), 0);
  say(
    `${name}: ${units.count} units, ${shown} shown, ${JSON.stringify(found.heldBack)}, ${((user + system) / 1e6).toFixed(2)} s of processor, ` +
      `${((performance.now() - started) / 1000).toFixed(2)} s, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB at most`,
  );
  return found;
}
