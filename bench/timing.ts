import { allScenes } from '../test/support/alike/all-scenes.js';
import type { Scene } from '../test/support/alike/scene.js';
import { seeded } from '../test/support/generated-reports.js';
import { TestApp } from '../test/support/test-app.js';
import { onTestServer } from './support/on-test-server.js';
import { type Asked, timeScene } from './timed-scene.js';
import { type TimedServer, withTimedServer } from './with-timed-server.js';
import { cutWelch, median, welch } from './welch.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const micro = (nanoseconds: number): string => `${(nanoseconds / 1_000).toFixed(0)} µs`;
/** Beyond it two means are not the same. */
const APART = 4.5;
const OF_EACH = 25;
const PLANTED = 100;

/**
 * `timing [pairs] [seed] [words of a scene]`: asks for what is there and not theirs, and for what is not there, in random order on
 * one connection, so many times each; tells by Welch's t whether the time to answer, the processors' work on it, or any byte tells them apart.
 * Passwords cost next to nothing, so that what else a sign-in does stands out; `full-price` before the number: what they cost.
 * Before that with 100 µs of work more for what is there, which must be seen. Ctrl-C: what was found until then.
 */
export async function run(words: string[]): Promise<void> {
  const isFullPrice = words[0] === 'full-price';
  const [pairs = '20000', seed = '1', ...named] = isFullPrice ? words.slice(1) : words;
  await onTestServer(async () => {
    const redress = await TestApp.start();
    try {
      const scenes = (await allScenes(redress, { count: OF_EACH, named, isFullPrice })).filter(({ name }) =>
        named.every((word) => name.includes(word)),
      );
      await redress.database.owner.query('ANALYZE');
      const stop = new AbortController();
      process.once('SIGINT', () => {
        stop.abort();
      });
      const asked = { rounds: Number(pairs), random: seeded(Number(seed)), signal: stop.signal };
      const price = isFullPrice ? 'full-price' : 'cheap';
      say(`planted: ${PLANTED} µs more for what is there`);
      const planted = scenes.map(firstKindOf);
      const control = { ...asked, rounds: Math.min(asked.rounds, 2_000) };
      const found = await withTimedServer(redress, [price, String(PLANTED)], (server) =>
        each(server, planted, control),
      );
      say('as it is');
      const apart = await withTimedServer(redress, [price], (server) => each(server, scenes, asked));
      say(`told apart: ${apart} of ${scenes.flatMap(({ others }) => Object.keys(others)).length}`);
      say(`planted, and told apart: ${found} of ${planted.length}`);
      if (apart > 0 || found < planted.length) process.exitCode = 1;
    } finally {
      await redress.stop();
    }
  });
}

/** In how many comparisons the two can be told apart: by the time of all or of the faster ones, or by what was said. */
async function each(server: TimedServer, scenes: readonly Scene[], asked: Asked): Promise<number> {
  let apart = 0;
  for (const scene of scenes) {
    const { missing, others, differences } = await timeScene(server, scene, asked);
    say(`${scene.name}: what is not there in ${micro(median(missing.times))}, ${micro(median(missing.work))} of work`);
    for (const [kind, { times, work }] of others) {
      const told = [compared(times, missing.times), compared(work, missing.work)];
      // What more work there was is told: it is the time that must not tell it.
      const isApart = told.slice(0, 1).some(({ t, cut }) => Math.max(Math.abs(t), Math.abs(cut.t)) >= APART);
      if (isApart) apart++;
      const [byTime, byWork] = told.map(({ words }) => words);
      say(`  ${kind}, 2 × ${times.length}: time ${byTime ?? ''}; work ${byWork ?? ''}${isApart ? '  APART' : ''}`);
    }
    for (const difference of differences) say(`  DIFFERENT ${difference}`);
    apart += differences.size;
  }
  return apart;
}

function compared(times: readonly number[], missing: readonly number[]) {
  const [t, cut] = [welch(times, missing), cutWelch(times, missing)];
  const later = micro(median(times) - median(missing));
  return {
    t,
    cut,
    words: `t ${t.toFixed(2)} (${cut.t.toFixed(2)} of the fastest ${cut.part * 100} %), median + ${later}`,
  };
}

function firstKindOf(scene: Scene): Scene {
  return { ...scene, others: Object.fromEntries(Object.entries(scene.others).slice(0, 1)) };
}
