import { setTimeout as wait } from 'node:timers/promises';
import closeServer from '../test/support/global-teardown.mjs';
import openServer from '../test/support/global-setup.mjs';
import { seeded } from '../test/support/generated-reports.js';
import { RedressProcess } from '../test/support/redress-process.js';
import { RotationScene } from './rotation-scene.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `rotate [cases] [kills] [seed]`: a jurisdiction's key is rotated under so many cases while clients file and read; the
 * command that rotates is killed with -9 so often, and run again; then the former version is destroyed. No answer may be
 * wrong, no case unreadable, none left behind. Exit code 1 otherwise.
 */
export async function run([cases = '100000', kills = '5', seed = '1']: string[]): Promise<void> {
  await openServer();
  const scene = await RotationScene.open(Number(cases), Number(seed));
  const server = new RedressProcess(['serve'], { ...scene.environment, PORT: '0', LOG_LEVEL: 'error' });
  try {
    const [, port = ''] = await server.says(/serves on http:\S+:(\d+)\./);
    const clients = scene.clients(`http://127.0.0.1:${port}`);
    await wait(5_000);
    const quiet = clients.count();
    say(`before: ${(quiet.answers / 5).toFixed(0)} answers/s, p99 ${quiet.p99.toFixed(0)} ms (${cases} cases)`);
    const begun = performance.now();
    await killed(scene, Number(kills), seeded(Number(seed)));
    const rotation = new RedressProcess(['keys', 'rotate'], scene.environment);
    const code = await rotation.ended();
    const seconds = (performance.now() - begun) / 1000;
    const during = clients.count();
    say(
      `rotated in ${seconds.toFixed(1)} s with ${kills} kills and the minute that other processes are given: ${code}`,
    );
    say(`meanwhile: ${(during.answers / seconds).toFixed(0)} answers/s, p99 ${during.p99.toFixed(0)} ms`);
    const retired = await new RedressProcess(['keys', 'retire'], scene.environment).ended();
    await wait(2_000);
    const errors = await clients.stop();
    const left = await scene.notUnder(2);
    const unread = await scene.unreadable(1_000);
    say(`retired: ${retired}; versions left: ${(await scene.versions()).join(', ')}`);
    say(
      `${errors.length} errors of ${clients.answers} answers; ${left} cases left behind; ${unread} of 1,000 unreadable`,
    );
    for (const error of errors.slice(0, 5)) say(`ERROR ${error}`);
    if (code + retired + errors.length + left + unread > 0) process.exitCode = 1;
  } finally {
    await server.interrupt();
    await scene.close();
    await closeServer();
  }
}

/** Begins the rotation and kills it, at moments that the seed settles, so often. */
async function killed(scene: RotationScene, kills: number, random: () => number): Promise<void> {
  for (let kill = 1; kill <= kills; kill++) {
    const rotation = new RedressProcess(['keys', 'rotate'], scene.environment);
    // Not before it is at work: a command that is still starting is no rotation killed in the middle.
    const before = await scene.rewrapped();
    while ((await scene.rewrapped()) === before && rotation.child.exitCode === null) await wait(20);
    await wait(1_500 * random());
    rotation.child.kill('SIGKILL');
    await rotation.ended();
    say(`kill ${kill}: ${await scene.rewrapped()} cases wrapped anew`);
  }
}
