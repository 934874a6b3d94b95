import { faultCampaign } from '../test/support/fault-campaign.js';
import { TestFolder } from '../test/support/sample-release.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * The verifier against random outputs of the engine and their mutants: `faults [outputs] [seed]`. A mutant counts when a
 * slow oracle says that it breaks a promise. Exit code 1 when verifier and oracle disagree on any.
 */
export async function run(words: string[]): Promise<void> {
  const [outputs = 2500, seed = 1] = words.map(Number);
  const folder = new TestFolder();
  try {
    const start = performance.now();
    const found = await faultCampaign(folder, { outputs, mutantsPerOutput: 4, seed });
    say(`${found.outputs} outputs verified, ${found.published} of them with rows; seed ${seed}`);
    let [broken, refused] = [0, 0];
    for (const [kind, tally] of [...found.mutants].sort(([a], [b]) => (a < b ? -1 : 1))) {
      say(`  ${kind}: ${tally.refused} of ${tally.broken} refused`);
      broken += tally.broken;
      refused += tally.refused;
    }
    say(`${refused} of ${broken} mutants of ${found.mutants.size} kinds refused, by ${found.codes.size} codes`);
    say(`${found.disagreements.length} disagreements, ${((performance.now() - start) / 1000).toFixed(0)} s`);
    for (const line of found.disagreements.slice(0, 20)) say(`  ${line}`);
    if (found.disagreements.length > 0) process.exitCode = 1;
  } finally {
    folder.remove();
  }
}
