import { runCase } from '../src/transparency/anonymize-files/index.js';
import { answeredCases, haveReference, referenceFiles, sayAbsent } from '../test/anonymizer/reference-files.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Shorter runs of ARX are mostly its start. */
const LONG_MS = 500;

/**
 * The search on ARX's own cases beside the time that ARX took: `reference [runs]`. The least of the runs counts, because
 * ARX's times are of a warm machine too; ratios of times of two runs are for orientation.
 */
export function run([runs = '3']: string[]): Promise<void> {
  if (!haveReference) sayAbsent('nothing was measured.');
  else measure(Number(runs));
  return Promise.resolve();
}

function measure(runs: number): void {
  const files = referenceFiles();
  const ratios: number[] = [];
  let wrong = 0;
  let slow = 0;
  for (const reference of answeredCases()) {
    const results = Array.from({ length: runs }, () => runCase(files, reference));
    const [first = results[0]] = results;
    const ms = 1000 * Math.min(...results.map(({ seconds }) => seconds));
    const ratio = ms / reference.arx.ms;
    const expected = Number(reference.expected.informationLoss);
    const off = Math.abs(Number(first?.informationLoss) - expected) / Math.max(1, Math.abs(expected));
    const right = first?.optimal === true && off <= 1e-9;
    if (!right) wrong++;
    if (reference.arx.ms > LONG_MS && ratio >= 1) slow++;
    ratios.push(ratio);
    say(
      `${reference.id.padEnd(28)}${ms.toFixed(0).padStart(6)} ms ${String(first?.checked).padStart(6)} nodes   ` +
        `ARX ${String(reference.arx.ms).padStart(6)} ms ${String(reference.arx.checked).padStart(6)} nodes   ratio ${ratio.toFixed(2)}` +
        (right ? '' : `   differs by ${off.toExponential(1)}`),
    );
  }
  ratios.sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)] ?? 0;
  say(
    `${ratios.length} cases, ${wrong} with another optimum; ratio to ARX's time: median ${median.toFixed(2)}, ` +
      `greatest ${(ratios.at(-1) ?? 0).toFixed(2)}; ${slow} of those above ${LONG_MS} ms not below ARX`,
  );
}
