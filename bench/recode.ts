import { existsSync } from 'node:fs';
import { answeredCases, referenceFiles, referencePath } from '../test/anonymizer/reference-files.js';
import { recode } from '../src/transparency/anonymize/index.js';

const BUDGET_MS = 60_000;

/**
 * Local recoding of what the optimum of each of ARX's cases suppresses: records given back, loss before and after, and
 * CPU seconds of all rounds against those of the first. `npm run bench -- recode [case …]`
 */
export function run(words: readonly string[]): Promise<void> {
  if (!existsSync(referencePath('expected.json'))) {
    process.stderr.write('bench recode: needs ../shared/data/arx\n');
    process.exit(2);
  }
  const files = referenceFiles();
  const total = { suppressed: 0, left: 0 };
  process.stdout.write('case                        suppressed   left  rounds  domain lost       smallest  time\n');
  for (const reference of answeredCases()) {
    if (reference.suppressionLimit === 0 || (words.length > 0 && !words.includes(reference.id))) continue;
    const before = process.cpuUsage();
    const found = recode({ ...files.problem(reference), budgetMs: BUDGET_MS });
    const seconds = process.cpuUsage(before).user / 1e6;
    const { first, rounds } = found;
    total.suppressed += first.suppressedUnits;
    total.left += found.suppressedUnits;
    process.stdout.write(
      [
        reference.id.padEnd(28),
        String(first.suppressedUnits).padStart(10),
        String(found.suppressedUnits).padStart(7),
        String(rounds.length).padStart(8),
        `  ${found.before.domain.toFixed(4)} → ${found.after.domain.toFixed(4)}`,
        String(found.smallestClass).padStart(10),
        `  ${first.seconds.toFixed(2)} s wall, ${seconds.toFixed(2)} CPU s in all`,
        rounds.every(({ optimal }) => optimal) ? '' : '  (not all rounds proven)',
        '\n',
      ].join(''),
    );
  }
  process.stdout.write(`${total.suppressed} suppressed by the optima alone, ${total.left} after local recoding\n`);
  return Promise.resolve();
}
