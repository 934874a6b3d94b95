import closeServer from '../test/support/global-teardown.mjs';
import openServer from '../test/support/global-setup.mjs';
import { halfWritten } from '../test/support/meetings/half-written.js';
import { cutInTwo, meetingKill } from '../test/support/meetings/meeting-kill.js';
import { CHARTERS, MeetingScene } from '../test/support/meetings/meeting-scene.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `meeting-kill [rounds] [seed]`: the server is killed with -9 in the middle of several meetings at once, twenty times; then
 * nothing may be written by half, and what was answered for must be there. Then rows are taken away, as if a transaction had
 * been cut in two, which must be found. Exit code 1 otherwise.
 */
export async function run([rounds = '20', seed = '1']: string[]): Promise<void> {
  await openServer();
  const scene = await MeetingScene.open(CHARTERS[1]!);
  try {
    const faults = await meetingKill(scene, { rounds: Number(rounds), seed: Number(seed), say });
    for (const fault of faults) say(`FAULT ${fault}`);
    say(`${rounds} kills (seed ${seed}): ${faults.length} faults`);
    if (faults.length > 0) process.exitCode = 1;
    const { owner } = scene.room.redress.database;
    for (const row of ['of the roll', 'of the history', 'of the findings'] as const) {
      const before = (await halfWritten(owner)).length;
      await cutInTwo(scene, row);
      const found = (await halfWritten(owner)).length - before;
      say(`planted: a row ${row} taken away: ${found > 0 ? 'found' : 'NOT FOUND'}`);
      if (found === 0) process.exitCode = 1;
    }
  } finally {
    await scene.room.redress.stop();
    await closeServer();
  }
}
