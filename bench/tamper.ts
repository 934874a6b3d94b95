import { Checkpoints } from '../src/audit-log/index.js';
import { KINDS_OF_TAMPERING, tamperCampaign } from '../test/support/tampering.js';
import { openHistoryScene } from './history-scene.js';

/**
 * `tamper [tries] [seed]`: so many times the superuser rewrites, deletes, inserts, reorders, drops the tail or puts an older
 * state back; each time the history is held to what was published. Prints what went unseen (0 is demanded; exit code 1
 * otherwise), and that without the published checkpoints an older state does go unseen.
 */
export async function run([tries = '10000', seed = '1']: string[]): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const scene = await openHistoryScene();
  try {
    const notes: string[] = [];
    for (const events of [50, 30, 20, 10]) {
      await scene.happen(events);
      notes.push((await scene.seal()).note ?? '');
    }
    const plan = { client: scene.owner, verifierKey: scene.app.get(Checkpoints).verifierKey(), seed: Number(seed) };
    const unseen = await tamperCampaign({ ...plan, notes, tries: Number(tries) });
    for (const line of unseen) say(`UNSEEN ${line}`);
    say(`${tries} manipulations of ${KINDS_OF_TAMPERING} kinds (seed ${seed}): ${unseen.length} unseen`);
    const blind = await tamperCampaign({ ...plan, notes: [], tries: KINDS_OF_TAMPERING });
    say(`without what was published: ${blind.length} of ${KINDS_OF_TAMPERING} unseen, which must not be 0`);
    if (unseen.length > 0 || blind.length === 0) process.exitCode = 1;
  } finally {
    await scene.end();
  }
}
