import { differencesOf } from '../test/support/alike/differences.js';
import type { Arm, Scene } from '../test/support/alike/scene.js';
import type { OneConnection } from './one-connection.js';

export interface TimedScene {
  /** Nanoseconds, of what is not there */
  missing: number[];
  /** By kind */
  others: Map<string, number[]>;
  /** What told any answer from the first one */
  differences: Set<string>;
}

export interface Asked {
  rounds: number;
  random: () => number;
  /** Who does not want to wait: what was measured until then is told */
  signal: AbortSignal;
}

const WARM_UP = 300;

/** Asks for one of each kind in every round, in an order that is drawn anew, so that whatever the machine does meanwhile falls on all. */
export async function timeScene(
  connection: OneConnection,
  scene: Scene,
  { rounds, random, signal }: Asked,
): Promise<TimedScene> {
  const kinds: [string, Arm][] = [['', scene.missing], ...Object.entries(scene.others)];
  const times = new Map(kinds.map(([kind]) => [kind, [] as number[]]));
  const differences = new Set<string>();
  const first = (await connection.ask(await scene.missing())).told;
  if (first.status !== scene.status) differences.add(`${first.status}, which was not meant: ${first.body}`);
  const warmUp = Math.min(WARM_UP, rounds);
  for (let round = 0; round < warmUp + rounds && !signal.aborted; round++) {
    if (scene.mend && round % scene.mend.every === 0) await scene.mend.work();
    for (const [kind, arm] of shuffled(kinds, random)) {
      const sent = await arm();
      // Always there and of one length: only in a server where a difference is planted does it say anything.
      const headers = { ...sent.headers, 'x-planted': kind === '' ? '0' : '1' };
      const { told, nanoseconds } = await connection.ask({ ...sent, headers });
      if (round >= warmUp) times.get(kind)?.push(nanoseconds);
      for (const difference of differencesOf(first, told)) differences.add(`${kind}: ${difference}`);
    }
  }
  const missing = times.get('') ?? [];
  times.delete('');
  return { missing, others: times, differences };
}

function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const all = [...things];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
