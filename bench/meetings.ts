import closeServer from '../test/support/global-teardown.mjs';
import openServer from '../test/support/global-setup.mjs';
import { CHARTERS, MeetingScene } from '../test/support/meetings/meeting-scene.js';
import { type Counted, meetingCampaign } from '../test/support/meetings/meeting-campaign.js';
import { PLANTED } from '../test/support/meetings/planted-in-meetings.js';

/** So many run beside each other, each so many sequences from one seed, and then the next. */
const [LANES, STRETCH] = [9, 28];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `meetings [sequences] [seed]`: random sequences of what people ask of a meeting, alone and at once, under three charters,
 * each compared with a model after every step; then the same with planted faults, which must be found. The seeds are
 * printed; with a seed, the sequences are the same (what happens at once is not). Exit code 1 when anything diverges.
 */
export async function run([sequences = '5000', seed = '1']: string[]): Promise<void> {
  await openServer();
  const scenes = await MeetingScene.ofEach(CHARTERS);
  try {
    const start = performance.now();
    const sum = await campaign(scenes, { stretches: Math.ceil(Number(sequences) / STRETCH), seed: Number(seed) });
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    say(`${sum.sequences} sequences, ${sum.operations} operations, ${sum.taken} of them taken, in ${seconds} s`);
    say(`${sum.atOnce} operations at the same time as others; 0 divergences`);
    for (const name of Object.keys(PLANTED)) await planted(scenes[1]!, name, Number(seed));
  } finally {
    await scenes[0]!.room.redress.stop();
    await closeServer();
  }
}

async function campaign(
  scenes: readonly MeetingScene[],
  { stretches, seed }: { stretches: number; seed: number },
): Promise<Counted> {
  const sum: Counted = { sequences: 0, operations: 0, taken: 0, atOnce: 0 };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < stretches) {
      const at = next++;
      const counted = await meetingCampaign(scenes[at % scenes.length]!, { sequences: STRETCH, seed: seed + at });
      const former = sum.sequences;
      for (const key of Object.keys(sum) as (keyof Counted)[]) sum[key] += counted[key];
      if (Math.floor(former / 250) < Math.floor(sum.sequences / 250))
        say(`${sum.sequences} sequences, seeds ${seed} to ${seed + at}: 0 divergences`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return sum;
}

async function planted(scene: MeetingScene, name: string, seed: number): Promise<void> {
  const undo = await PLANTED[name]!(scene);
  try {
    const { sequences } = await meetingCampaign(scene, { sequences: 300, seed, shrink: false });
    say(`planted: ${name}: not found in ${sequences} sequences`);
    process.exitCode = 1;
  } catch (error) {
    say(`planted: ${name}: found after ${/after (\d+) tests?/.exec((error as Error).message)?.[1] ?? '?'} sequences`);
  } finally {
    await undo();
  }
}
