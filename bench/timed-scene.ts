import { setTimeout as wait } from 'node:timers/promises';
import { differencesOf } from '../test/support/alike/differences.js';
import type { Arm, Scene } from '../test/support/alike/scene.js';
import type { TimedServer } from './with-timed-server.js';

/** In nanoseconds: until the answer was there, and for how long processors worked on it. */
export interface Timed {
  times: number[];
  work: number[];
}

export interface TimedScene {
  /** Of what is not there */
  missing: Timed;
  /** By kind */
  others: Map<string, Timed>;
  /** What told any answer from the first one */
  differences: Set<string>;
}

export interface Asked {
  rounds: number;
  random: () => number;
  /** Who does not want to wait: what was measured until then is told */
  signal: AbortSignal;
}

const WARM_UP = 200;

/** Asks for one of each kind in every round, in an order that is drawn anew, so that whatever the machine does meanwhile falls on all. */
export async function timeScene(
  { connection, work, followAll }: TimedServer,
  scene: Scene,
  { rounds, random, signal }: Asked,
): Promise<TimedScene> {
  const kinds: [string, Arm][] = [['', scene.missing], ...Object.entries(scene.others)];
  const timed = new Map(kinds.map(([kind]): [string, Timed] => [kind, { times: [], work: [] }]));
  const differences = new Set<string>();
  const first = (await connection.ask(await scene.missing())).told;
  if (first.status !== scene.status) differences.add(`${first.status}, which was not meant: ${first.body}`);
  const warmUp = Math.min(WARM_UP, rounds);
  for (let round = 0; round < warmUp + rounds && !signal.aborted; round++) {
    if (scene.mend && round % scene.mend.every === 0) await scene.mend.work();
    if (round % 100 === 0) await followAll();
    for (const [kind, arm] of shuffled(kinds, random)) {
      const sent = await arm();
      // Always there and of one length: only in a server where a difference is planted does it say anything.
      const headers = { ...sent.headers, 'x-planted': kind === '' ? '0' : '1' };
      const before = work.nanoseconds();
      const { told, nanoseconds } = await connection.ask({ ...sent, headers });
      // What comes after the answer (a log line, a connection given back) falls on it, and not on the next one.
      await wait(1);
      const done = work.nanoseconds() - before;
      const of = round < warmUp ? undefined : timed.get(kind);
      of?.times.push(nanoseconds);
      of?.work.push(done);
      for (const difference of differencesOf(first, told)) differences.add(`${kind}: ${difference}`);
    }
  }
  const missing = timed.get('') ?? { times: [], work: [] };
  timed.delete('');
  return { missing, others: timed, differences };
}

function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const all = [...things];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
