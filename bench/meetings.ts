import closeServer from '../test/support/global-teardown.mjs';
import openServer from '../test/support/global-setup.mjs';
import { CHARTERS, MeetingScene } from '../test/support/meetings/meeting-scene.js';
import { type Counted, meetingCampaign } from '../test/support/meetings/meeting-campaign.js';
import { PLANTED } from '../test/support/meetings/planted-in-meetings.js';

/** Sequences of the same charter that run beside each other. */
const LANES = 6;

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
    const lanes = scenes.flatMap((scene, at) => Array.from({ length: LANES }, () => ({ scene, charter: at + 1 })));
    const share = Math.ceil(Number(sequences) / lanes.length);
    const start = performance.now();
    const counted = await Promise.all(lanes.map((lane, at) => under(lane, share, Number(seed) + at)));
    const sum = (of: keyof Counted): number => counted.reduce((total, one) => total + one[of], 0);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    say(
      `${sum('sequences')} sequences, ${sum('operations')} operations, ${sum('taken')} of them taken, in ${seconds} s`,
    );
    say(`${sum('atOnce')} operations at the same time as others; 0 divergences`);
    for (const name of Object.keys(PLANTED)) await planted(scenes[1]!, name, Number(seed));
  } finally {
    await scenes[0]!.room.redress.stop();
    await closeServer();
  }
}

async function under(
  lane: { scene: MeetingScene; charter: number },
  sequences: number,
  seed: number,
): Promise<Counted> {
  const counted = await meetingCampaign(lane.scene, { sequences, seed });
  say(`charter ${lane.charter}: ${counted.sequences} sequences, seed ${seed}: 0 divergences`);
  return counted;
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
