import { SoqlScene } from '../test/support/soql/soql-scene.js';
import type { Tally } from '../test/support/soql/soql-campaign.js';
import { onTestServer } from './support/on-test-server.js';

const AT_ONCE = 5_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `soql [count] [seed]`: so many random and spoiled questions over HTTP against a made-up release, each answer held against
 * a plain evaluation in memory. Prints how many were answered, refused (by code), answered otherwise, and with a 5xx; the
 * last two must be 0. The first that differ are printed whole.
 */
export async function run([count = '100000', seed = '1']: string[]): Promise<void> {
  await onTestServer(async () => {
    const scene = await SoqlScene.open();
    try {
      const campaign = scene.campaign();
      const began = performance.now();
      for (let asked = 0; asked < Number(count); asked += AT_ONCE) {
        const tally = await campaign.run(Math.min(AT_ONCE, Number(count) - asked), Number(seed) + asked);
        say(`${lineOf(tally)}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
      }
      report(campaign.tally);
    } finally {
      await scene.stop();
    }
  });
}

const lineOf = ({ asked, answered, refused, rows, different, serverErrors }: Tally): string =>
  `${asked} asked: ${answered} answered (${rows} rows), ${refused} refused, ${different.length} differ, ${serverErrors.length} server errors`;

function report(tally: Tally): void {
  say(`refused: ${JSON.stringify(tally.codes)}`);
  for (const problem of [...tally.serverErrors, ...tally.different].slice(0, 10)) say(problem);
  if (tally.different.length + tally.serverErrors.length > 0) process.exitCode = 1;
}
