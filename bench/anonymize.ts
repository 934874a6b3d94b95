import { anonymize, bands, dates, groups, type Hierarchy, type Problem } from '../src/transparency/anonymize/index.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * The anonymizer alone on a generated table of eight quasi-identifiers, 60,480 transformations, k = 5:
 * `anonymize [rows] [suppression limits …]`. The table is a city's stops: skewed, and where somebody lives tells of race.
 */
export function run(words: string[]): Promise<void> {
  const [rows = 1_000_000, ...limits] = words.map(Number);
  const started = performance.now();
  const columns = stops(rows);
  say(`${rows} rows generated in ${seconds(performance.now() - started)}`);
  for (const suppressionLimit of limits.length > 0 ? limits : [0.05, 0]) {
    const cpu = process.cpuUsage();
    const found = anonymize({ rows, quasiIdentifiers: columns, k: 5, suppressionLimit, budgetMs: 300_000 });
    const { user, system } = process.cpuUsage(cpu);
    say(
      `${suppressionLimit * 100} % suppression: ${seconds(found.seconds * 1000)} (${seconds((user + system) / 1000)} of processor), ` +
        `${found.checked} of ${found.latticeSize} nodes, [${found.transformation.join(', ')}], loss ${found.loss.toFixed(1)}, ` +
        `gap ${(found.gap * 100).toFixed(2)} %, ${found.suppressedUnits} suppressed, ` +
        `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB at most`,
    );
  }
  return Promise.resolve();
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

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

export function stops(rows: number): Problem['quasiIdentifiers'] {
  const draw = random(20260301);
  const days = Array.from({ length: 3653 }, (_, day) =>
    new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const blocks = Array.from({ length: 1200 }, (_, block) => `block ${block}`);
  const codes = (word: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${word} ${i}`);
  const column = (name: string, hierarchy: Hierarchy, code: (row: number) => number) => ({
    name,
    hierarchy,
    codes: Int32Array.from({ length: rows }, (_, row) => code(row)),
  });
  const skewed = (values: number, power = 2): number => Math.floor(values * draw() ** power);
  const place = column('place', nested('block', blocks, [8, 40, 240]), () => skewed(1200, 1.6));
  return [
    column('day', dates('day', days, ['month', 'quarter', 'half', 'year', { years: 5 }]), () =>
      Math.floor(draw() * 3653),
    ),
    column(
      'age',
      bands(
        'age',
        Array.from({ length: 90 }, (_, age) => `${age}`),
        [5, 10, 20, 40],
      ),
      () => 14 + Math.floor((draw() + draw() + draw()) * 22),
    ),
    place,
    column('reason', nested('reason', codes('reason', 48), [4, 12]), () => skewed(48, 2.5)),
    column('race', nested('race', codes('race', 9), [3]), (row) => {
      const home = Math.floor(place.codes[row]! / 240);
      return draw() < 0.6 ? home : skewed(9, 1.5);
    }),
    column('gender', nested('gender', codes('gender', 3), []), () => (draw() < 0.02 ? 2 : Number(draw() < 0.3))),
    column('unit', nested('unit', codes('unit', 60), [5, 20]), () => skewed(60)),
    column('outcome', nested('outcome', codes('outcome', 12), [4]), () => skewed(12, 2.2)),
  ];
}

/** A hierarchy whose steps join so many base values each, in their order. */
function nested(name: string, words: readonly string[], sizes: readonly number[]): Hierarchy {
  let below = [...words];
  const tables = sizes.map((size) => {
    const above = words.map((_, i) => `${name} group of ${size}, ${Math.floor(i / size)}`);
    const table = new Map(below.map((word, i) => [word, above[i]!]));
    below = above;
    return table;
  });
  return groups(name, words, tables);
}
