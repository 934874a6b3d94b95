import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedTable } from '../src/transparency/tables-files/index.js';
import { suppressTables, type TableSpec, type Width } from '../src/transparency/tables/index.js';
import { type PublishedTable, verifyTables } from '../src/transparency/verify/tables/index.js';
import { hierarchy, tableOf } from '../test/anonymizer/random-table.js';

interface Method {
  readonly secondaryFreq?: number;
  readonly attack?: readonly { readonly low: number; readonly up: number }[];
}
type Reference = TableSpec & { readonly methods: Readonly<Record<string, Method>> };

const REFERENCE = fileURLToPath(new URL('../../shared/data/suppression-tables.json', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Frequency tables: `tables [file of reference tables]`. Cost beside sdcTable's methods for its kind of protection (no cell
 * exactly), and for intervals of threshold + 1; narrow primary cells by both; time; what the independent attacker says.
 * Then generated tables that are larger, from a seed.
 */
export async function run(words: string[]): Promise<void> {
  const [path = REFERENCE] = words;
  if (existsSync(path)) await besideSdcTable(JSON.parse(readFileSync(path, 'utf8')) as Reference[]);
  else say(`NOTICE: there is no ${path}; the reference tables were not compared.`);
  for (const table of generated()) {
    const result = await measure(table, 'threshold', 10);
    say(
      `${table.name}: ${table.cells.length} cells, ${result.primary} primary, ${result.secondary} secondary, cost ${result.cost}, ` +
        `gap ${(result.gap * 100).toFixed(1)} %, ${result.narrow} narrow, ${result.seconds.toFixed(1)} s ` +
        `(${result.cpu.toFixed(1)} s of processor), attacked in ${result.attackSeconds.toFixed(1)} s: ${result.violations} violations`,
    );
  }
}

async function besideSdcTable(tables: readonly Reference[]): Promise<void> {
  say('cost of secondary cells: ours | sdcTable OPT, HITAS, HYPERCUBE | ratio to OPT | narrow: ours, OPT | seconds');
  const worst = { ratio: 0, seconds: 0, failures: 0, narrow: 0 };
  for (const width of ['own', 'threshold'] as const) {
    say(width === 'own' ? 'protected as sdcTable does (not exactly known):' : 'intervals at least threshold + 1 wide:');
    for (const table of tables) {
      const { OPT, HITAS, HYPERCUBE } = table.methods;
      const result = await measure(table, width);
      const ratio = OPT?.secondaryFreq ? result.cost / OPT.secondaryFreq : NaN;
      const narrow = OPT?.attack?.filter(({ low, up }) => up - low < table.threshold + 1).length;
      say(
        `  ${table.name.padEnd(46)} ${table.cells.length} cells, ${result.primary} primary: ${result.cost}` +
          `${result.optimal ? ' (proven)' : ` (gap ${(result.gap * 100).toFixed(1)} %)`} | ` +
          `${[OPT, HITAS, HYPERCUBE].map((method) => method?.secondaryFreq ?? 'failed').join(', ')} | ` +
          `${Number.isNaN(ratio) ? '-' : ratio.toFixed(2)} | ${result.narrow}, ${narrow ?? '-'} | ${result.seconds.toFixed(2)} s`,
      );
      if (width === 'own' && ratio > worst.ratio) worst.ratio = ratio;
      if (width === 'threshold') worst.narrow += result.narrow;
      worst.seconds = Math.max(worst.seconds, result.seconds);
      worst.failures += result.violations;
    }
  }
  say(
    `worst ratio to sdcTable's optimum for its own protection ${worst.ratio.toFixed(2)}, failures ${worst.failures}, ` +
      `narrow ${worst.narrow}, longest ${worst.seconds.toFixed(2)} s`,
  );
}

async function measure(table: TableSpec, width: Width, seconds?: number) {
  const cpu = process.cpuUsage();
  const [found] = await suppressTables([table], { width, ...(seconds !== undefined && { seconds }) });
  const { user, system } = process.cpuUsage(cpu);
  const start = performance.now();
  const published = publishedTable(table, found!.suppressed) as unknown as PublishedTable;
  const { violations } = verifyTables([published]);
  return {
    ...found!,
    secondary: found!.suppressed.length - found!.primary,
    cpu: (user + system) / 1e6,
    // For its own kind of protection, narrow is no failure.
    violations: violations.filter(({ code }) => width === 'threshold' || code !== 'cell-narrow').length,
    attackSeconds: (performance.now() - start) / 1000,
  };
}

/** Complaints by district, finding, race and year: skewed, most cells of a big city's table small. */
function generated(): TableSpec[] {
  const table = (name: string, people: number, shape: Record<string, number[]>): TableSpec => {
    const hierarchies = Object.fromEntries(
      Object.entries(shape).map(([word, groups]) => [word, hierarchy(word, groups)]),
    );
    const sizes = Object.values(shape).map((groups) => groups.reduce((sum, size) => sum + size, 0));
    const counts = new Array<number>(sizes.reduce((product, size) => product * size, 1)).fill(0);
    const draw = random(20260701);
    for (let person = 0; person < people; person++) {
      const place = sizes.reduce((at, size) => at * size + Math.floor(size * draw() ** 1.8), 0);
      counts[place]!++;
    }
    return tableOf(name, 4, hierarchies, counts);
  };
  return [
    table('generated 3 dimensions', 3000, { district: [4, 4, 3], finding: [2, 3, 1], race: [1, 1, 1, 2, 1] }),
    table('generated 4 dimensions, sparse', 3000, {
      district: [2, 2, 1],
      finding: [2, 1],
      race: [1, 1, 2, 1],
      year: [1, 1, 1],
    }),
    table('generated 4 dimensions', 60000, {
      district: [4, 4, 3],
      finding: [2, 3, 1],
      race: [1, 1, 1, 2, 1],
      year: [1, 1, 1, 1],
    }),
    table('generated 4 dimensions, larger', 150000, {
      district: [5, 4, 4],
      finding: [2, 3, 1],
      race: [1, 1, 1, 2, 1],
      year: [3, 3, 2],
    }),
  ];
}

/** A number in [0, 1) that is the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
