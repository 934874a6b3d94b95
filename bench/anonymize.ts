import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  anonymize,
  anonymizeInParallel,
  type Anonymization,
  type Problem,
} from '../src/transparency/anonymize/index.js';
import { stops } from './generated-stops.js';
import { timePlot, type Timing } from './time-plot.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Seconds that the project promises for a million rows: by suppression limit and threads. */
const PROMISED: Record<string, number> = { '0.05 1': 25, '0.05 2': 15, '0 1': 6 };
const PLOTTED = [10_000, 30_000, 100_000, 300_000];
const BUDGET_MS = 60_000;

/**
 * The anonymizer alone on a generated table (generated-stops.ts), k = 5, against the seconds that are promised:
 * `anonymize [--rows 1000000] [--limits 0.05,0] [--threads 1,2] [--all-suppressed] [--plot FILE.svg]`.
 * `--all-suppressed`: nothing limits suppression and the loss counts it, 60 s to get near the optimum.
 * `--plot`: time against rows, 10 k up to the rows given.
 */
export async function run(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      rows: { type: 'string', default: '1000000' },
      limits: { type: 'string', default: '0.05,0' },
      threads: { type: 'string', default: '1,2' },
      'all-suppressed': { type: 'boolean', default: false },
      plot: { type: 'string' },
    },
  });
  const rows = Number(values.rows);
  const limits = values.limits.split(',').map(Number);
  const started = performance.now();
  const all = stops(rows);
  say(`${rows} rows generated in ${seconds(performance.now() - started)}`);
  for (const suppressionLimit of limits)
    for (const threads of values.threads.split(',').map(Number))
      await measure(all, { suppressionLimit }, threads, rows === 1_000_000);
  if (values['all-suppressed'])
    await measure(all, { suppressionLimit: 1, metric: { name: 'loss' }, budgetMs: BUDGET_MS }, 1, false);
  if (values.plot === undefined) return;
  const timings: Timing[] = [];
  for (const count of [...PLOTTED.filter((each) => each < rows), rows])
    for (const suppressionLimit of limits)
      timings.push(await measure(count === rows ? all : stops(count), { suppressionLimit }, 1, false));
  writeFileSync(values.plot, await timePlot(timings));
  say(`time against rows: ${values.plot}`);
}

type Wanted = Pick<Problem, 'suppressionLimit' | 'metric' | 'budgetMs'>;

async function measure(
  quasiIdentifiers: Problem['quasiIdentifiers'],
  wanted: Wanted,
  threads: number,
  promised: boolean,
): Promise<Timing> {
  const rows = quasiIdentifiers[0]?.codes.length ?? 0;
  const problem: Problem = { rows, quasiIdentifiers, k: 5, ...wanted };
  const cpu = process.cpuUsage();
  const found = threads === 1 ? anonymize(problem) : await anonymizeInParallel(problem, { threads });
  const { user, system } = process.cpuUsage(cpu);
  const most = promised ? PROMISED[`${wanted.suppressionLimit} ${threads}`] : undefined;
  say(
    [
      `${rows} rows, ${wanted.suppressionLimit * 100} % suppression, threads: ${threads}`,
      `${seconds(found.seconds * 1000)} (${seconds((user + system) / 1000)} of processor)`,
      ...(most === undefined ? [] : [`${(found.seconds / most).toFixed(2)} of the ${most} s promised`]),
      ...figures(found),
    ].join(', '),
  );
  return { rows, suppressionLimit: wanted.suppressionLimit, seconds: found.seconds };
}

function figures(found: Anonymization): string[] {
  return [
    `${found.checked} of ${found.latticeSize} nodes`,
    `[${found.transformation.join(' ')}]`,
    `loss ${found.loss.toPrecision(10)}`,
    `gap ${(found.gap * 100).toFixed(2)} %`,
    `${found.suppressedUnits} suppressed`,
    `at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
  ];
}
