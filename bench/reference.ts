import { anonymize, type Anonymization, type Problem } from '../src/transparency/anonymize/index.js';
import { answeredCases, haveReference, referenceFiles, sayAbsent } from '../test/anonymizer/reference-files.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Shorter runs of ARX are mostly its start. */
const LONG_MS = 500;

/**
 * The search on ARX's own cases beside the time that ARX took: `reference [runs]`. The least of the runs counts, by the
 * clock and by the processor, which tells more on a machine that does other things too; ARX's times are one run's.
 */
export function run([runs = '3']: string[]): Promise<void> {
  if (!haveReference) sayAbsent('nothing was measured.');
  else measure(Number(runs));
  return Promise.resolve();
}

function measure(runs: number): void {
  const files = referenceFiles();
  const ratios = { clock: [] as number[], processor: [] as number[] };
  let wrong = 0;
  let slow = 0;
  for (const reference of answeredCases()) {
    const problem = files.problem(reference);
    const results = Array.from({ length: runs }, () => timed(problem));
    const first = results[0]?.found;
    const ms = Math.min(...results.map(({ found }) => 1000 * found.seconds));
    const processor = Math.min(...results.map((result) => result.processor));
    const ratio = ms / reference.arx.ms;
    ratios.processor.push(processor / reference.arx.ms);
    const expected = Number(reference.expected.informationLoss);
    const off = Math.abs((first?.loss ?? NaN) - expected) / Math.max(1, Math.abs(expected));
    const right = first?.optimal === true && off <= 1e-9;
    if (!right) wrong++;
    if (reference.arx.ms > LONG_MS && ratio >= 1) slow++;
    ratios.clock.push(ratio);
    say(
      `${reference.id.padEnd(28)}${ms.toFixed(0).padStart(6)} ms, ${processor.toFixed(0).padStart(5)} of processor ${String(first?.checked).padStart(6)} nodes   ` +
        `ARX ${String(reference.arx.ms).padStart(6)} ms ${String(reference.arx.checked).padStart(6)} nodes   ratio ${ratio.toFixed(2)}` +
        (right ? '' : `   differs by ${off.toExponential(1)}`),
    );
  }
  say(
    `${ratios.clock.length} cases, ${wrong} with another optimum; ${slow} of those above ${LONG_MS} ms not below ARX`,
  );
  for (const [by, values] of Object.entries(ratios)) {
    values.sort((a, b) => a - b);
    const median = values[Math.floor(values.length / 2)] ?? 0;
    say(`ratio to ARX's time, by the ${by}: median ${median.toFixed(2)}, greatest ${(values.at(-1) ?? 0).toFixed(2)}`);
  }
}

function timed(problem: Problem): { found: Anonymization; processor: number } {
  const before = process.cpuUsage();
  const found = anonymize(problem);
  const { user, system } = process.cpuUsage(before);
  return { found, processor: (user + system) / 1000 };
}
