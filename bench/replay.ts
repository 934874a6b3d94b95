import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SeriesVerification } from '../src/transparency/verify/series/index.js';
import { seeded } from '../test/support/random-series.js';
import { type Replay, replay } from '../test/support/replay.js';
import { MEASURED } from '../test/support/replay-record.js';
import { chicagoLayout, chicagoRecord } from './chicago-record.js';

const SEED = 20260312;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * 24 monthly releases cut from Chicago's files by date, in two epochs, with corrections and expungements at the measured
 * rates: ours beside what offices do today. `replay [directory] [--k 11] [--seed 1] [--suppression 0.1]`
 */
export async function run(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { k: { type: 'string' }, seed: { type: 'string' }, suppression: { type: 'string', default: '0.1' } },
  });
  const record = await chicagoRecord(positionals[0] ?? '../shared/data');
  const seed = Number(values.seed ?? SEED);
  for (const k of values.k === undefined ? [5, 11] : [Number(values.k)]) {
    const folder = await mkdtemp(join(tmpdir(), 'redress-replay-'));
    try {
      const found = await replay({
        record,
        layout: chicagoLayout(k),
        models: [
          { type: 'distinct-l', attribute: 'finding', l: 2 },
          { type: 't-closeness', attribute: 'race', t: 0.3, distance: 'equal' },
        ],
        suppressionLimit: Number(values.suppression),
        rates: MEASURED,
        monthsPerEpoch: 12,
        folder,
        random: seeded(seed),
      });
      print(found, k, seed);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}

function print(
  { months, ours, lasting, fresh, delays, neverShown, naiveShown }: Replay,
  k: number,
  seed: number,
): void {
  say(`\nk = ${k}, seed ${seed}; month by month: units recorded; shown (of them as before a correction); held back as`);
  say('  arriving + in company of an expunged one; gone; naive releaser shows');
  for (const [at, { month, recorded, shown, former, plan, suppressed, levels, seconds }] of months.entries())
    say(
      `  ${month}  ${recorded}; ${shown} (${former}); ${plan.arriving} + ${plan.inCompany}; ${plan.expunged}; ${naiveShown[at] ?? 0}` +
        (suppressed === null
          ? ''
          : `   epoch begins: levels [${levels.join(', ')}], ${suppressed} suppressed by them`) +
        `   ${seconds.toFixed(1)} s`,
    );
  const hidden = months.map(({ recorded, shown }) => (recorded - shown) / recorded);
  say(`  held back: ${percent(mean(hidden))} of units on average, ${percent(Math.max(...hidden))} at most`);
  const zero = delays.filter((months) => months === 0).length;
  say(
    `  filed after the first release: ${delays.length + neverShown}, shown at once ${zero}, later ${delays.length - zero} ` +
      `(mean delay of all shown ${mean(delays).toFixed(2)} months, longest ${Math.max(0, ...delays)}), not yet ${neverShown}`,
  );
  const columns: [string, SeriesVerification][] = [
    ['ours', ours],
    ['naive, lasting pseudonyms', lasting],
    ['naive, fresh pseudonyms', fresh],
  ];
  const line = (title: string, of: (found: SeriesVerification) => number): void => {
    say(`  ${title.padEnd(46)}${columns.map(([, found]) => String(of(found)).padStart(27)).join('')}`);
  };
  say(`  ${''.padEnd(46)}${columns.map(([name]) => name.padStart(27)).join('')}`);
  line('pairs of releases compared', (found) => found.pairs);
  line(`differences of 1 … ${k - 1} subjects`, (found) => found.differencesBelowK);
  line(`classes below k subjects, in a release`, (found) => found.classesBelowK);
  line('below k on a published join (courses)', (found) => found.historiesBelowK);
  line('  units with such a course', (found) => found.unitsInHistoriesBelowK);
  line('changed cells of 1 … k−1 subjects', (found) => found.changesBelowK);
  line('violations in all', (found) => found.violationCount);
  for (const violation of ours.violations) say(`  ours: ${JSON.stringify(violation)}`);
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
