import { killCampaign } from '../test/support/kill-campaign.js';
import { openForceScene } from './force-scene.js';

/**
 * `bulk-kill [records] [rounds] [seed]`: the server is killed with -9 in the middle of a bulk, ten times of a hundred
 * thousand records, fsync on; the client repeats it under its key. Prints what is not there exactly once; exit code 1 then.
 */
export async function run([records = '100000', rounds = '10', seed = '1']: string[]): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const scene = await openForceScene();
  try {
    const plan = { records: Number(records), rounds: Number(rounds), seed: Number(seed), say };
    const faults = await killCampaign({ ...scene, ...plan });
    for (const fault of faults) say(`FAULT ${fault}`);
    say(`${rounds} kills of ${records} records each (seed ${seed}): ${faults.length} faults`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await scene.end();
  }
}
