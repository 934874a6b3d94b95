import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { allScenes } from '../test/support/alike/all-scenes.js';
import type { Scene } from '../test/support/alike/scene.js';
import { seeded } from '../test/support/generated-reports.js';
import { TestApp } from '../test/support/test-app.js';
import { OneConnection } from './one-connection.js';
import { onTestServer } from './support/on-test-server.js';
import { timeScene } from './timed-scene.js';
import { median, welch, withoutSlowest } from './welch.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Beyond it two means are not the same (as in "dude, is my code constant time?"). */
const APART = 4.5;
const OF_EACH = 25;
const PLANTED_MICROSECONDS = 100;
const CONTROLS = [
  'a receipt, by the API',
  'a name, signing in with a wrong password',
  'a case, asked for by a supervisor',
  'a client of the token endpoint',
];

/**
 * `timing [pairs] [seed] [words of scenes]`: asks for what is there and not theirs, and for what is not there, in random order on
 * one connection, so many times each; tells by Welch's t whether the time to answer, and whether any byte, tells them apart.
 */
export async function run([pairs = '20000', seed = '1', ...words]: string[]): Promise<void> {
  await onTestServer(async () => {
    const redress = await TestApp.start();
    try {
      const scenes = (await allScenes(redress, OF_EACH)).filter(({ name }) =>
        words.every((word) => name.includes(word)),
      );
      await redress.database.owner.query('ANALYZE');
      const asked = { rounds: Number(pairs), random: seeded(Number(seed)) };
      const apart = await withServer(redress, ['cheap'], (connection) => each(connection, scenes, asked));
      say(`planted: ${PLANTED_MICROSECONDS} µs more for what is there`);
      const controls = scenes.filter(({ name }) => CONTROLS.includes(name)).map(firstKindOf);
      const found = await withServer(redress, ['cheap', String(PLANTED_MICROSECONDS)], (connection) =>
        each(connection, controls, asked),
      );
      say(`${apart} told apart; of ${controls.length} planted ${found}`);
      if (apart > 0 || found < controls.length) process.exitCode = 1;
    } finally {
      await redress.stop();
    }
  });
}

/** In how many comparisons the two can be told apart. */
async function each(
  connection: OneConnection,
  scenes: readonly Scene[],
  asked: Parameters<typeof timeScene>[2],
): Promise<number> {
  let apart = 0;
  for (const scene of scenes) {
    const { missing, others, differences } = await timeScene(connection, scene, asked);
    say(`${scene.name} (not there: median ${micro(median(missing))} µs)`);
    for (const [kind, times] of others) {
      const [t, cut] = [welch(times, missing), welch(withoutSlowest(times, 0.05), withoutSlowest(missing, 0.05))];
      if (Math.abs(t) >= APART) apart++;
      say(
        `  ${kind}: t ${t.toFixed(2)}, ${cut.toFixed(2)} without the slowest 5 %; median ${micro(median(times))} µs, 2 × ${times.length}${Math.abs(t) >= APART ? '  APART' : ''}`,
      );
    }
    for (const difference of differences) say(`  DIFFERENT ${difference}`);
    apart += differences.size;
  }
  return apart;
}

function firstKindOf(scene: Scene): Scene {
  return { ...scene, others: Object.fromEntries(Object.entries(scene.others).slice(0, 1)) };
}

const micro = (nanoseconds: number): string => (nanoseconds / 1_000).toFixed(0);

async function withServer<T>(
  { database }: TestApp,
  words: readonly string[],
  work: (connection: OneConnection) => Promise<T>,
): Promise<T> {
  const { PATH = '', HOME = '' } = process.env;
  const server = spawn(
    process.execPath,
    ['--import', './test/support/typescript.mjs', 'bench/timing-server.ts', ...words],
    {
      env: {
        ...{ PATH, HOME, LOG_LEVEL: 'silent', DATABASE_URL: database.ownerUrl },
        ...{
          MASTER_KEY: database.connections.masterKey.toString('base64'),
          DATA_DIRECTORY: database.connections.dataDirectory,
        },
      },
    },
  );
  server.stderr.pipe(process.stderr);
  const ended = once(server, 'close').then(() => Promise.reject(new Error('The server did not start.')));
  const [said] = (await Promise.race([once(server.stdout, 'data'), ended])) as [Buffer];
  const connection = await OneConnection.open(Number(/(\d+)\./.exec(said.toString())?.[1]));
  try {
    return await work(connection);
  } finally {
    connection.close();
    server.kill('SIGINT');
    await ended.catch(() => undefined);
  }
}
