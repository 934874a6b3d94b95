import { randomUUID } from 'node:crypto';
import { genericCharter } from '../src/charter/index.js';
import { AskForOpening } from '../src/break-glass/actions/ask-for-opening.js';
import type { ActorOf } from '../src/shared/actor.js';
import { GlassDesk, REASON } from '../test/break-glass/glass-desk.js';
import type { SignedIn } from '../test/support/test-app.js';
import { onTestServer } from './support/on-test-server.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const KINDS = ['nowhere', 'sealed', 'walled'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Whether how long an ask takes tells if there is such a case: `glass-oracle [bare] [whole] [seed]`. So many asks of each
 * kind in an order that is drawn, of the action alone without its even times, and over HTTP with them. Welch's t of each
 * kind against a case that is nowhere; 4.5 is allowed of the whole. The control sleeps twenty milliseconds for a sealed case.
 */
export async function run([bare = '1500', whole = '300', seed = '7']: string[]): Promise<void> {
  const breakGlass = { ...genericCharter.breakGlass, mostWaiting: 744 };
  await onTestServer(async () => {
    const desk = await GlassDesk.start({ ...genericCharter, breakGlass });
    try {
      const scene = await sceneOf(desk);
      const draw = drawFrom(Number(seed));
      tell('the action alone', await measure(scene, Number(bare), draw, (name) => scene.bare(name)));
      const answers = await measure(scene, Number(whole), draw, (name) => scene.whole(name));
      const held = tell('over HTTP', answers);
      const slow = await measure(scene, Number(whole), draw, async (name) => {
        await scene.bare(name);
        if (name === scene.names.sealed()) await new Promise((resolve) => setTimeout(resolve, 20));
      });
      const caught = !tell('control: twenty milliseconds more for a sealed case', slow);
      if (!held || !caught) process.exitCode = 1;
    } finally {
      await desk.stop();
    }
  });
}

interface Scene {
  names: Record<Kind, () => string>;
  bare: (name: string) => Promise<unknown>;
  whole: (name: string) => Promise<unknown>;
  /** Asks that wait are taken away, so that more can be asked */
  clear: () => Promise<void>;
}

async function sceneOf(desk: GlassDesk): Promise<Scene> {
  const { redress, asker } = desk;
  const sealed = (await desk.sealed()).caseNumber;
  const walled = (await desk.sealed(asker)).caseNumber;
  const actor = actorOf(desk, asker);
  const action = redress.app.get(AskForOpening);
  const ask = Reflect.get(action, 'ask') as (...given: unknown[]) => Promise<unknown>;
  return {
    names: { nowhere: () => randomUUID(), sealed: () => sealed, walled: () => walled },
    bare: (name) => ask.call(action, actor, { case: name, hours: 4, reason: REASON }),
    whole: (name) => desk.ask(asker, name),
    clear: async () => {
      await redress.database.owner.query(
        'BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM redress.glass_opening; COMMIT',
      );
    },
  };
}

function actorOf({ redress }: GlassDesk, { staffId }: SignedIn): ActorOf<'staff'> {
  return { kind: 'staff', jurisdictionId: redress.jurisdiction.id, staffId, roles: ['investigator'] };
}

/** Milliseconds of each kind; the first tenth warms up and does not count. */
async function measure(
  { names, clear }: Scene,
  each: number,
  draw: () => number,
  work: (name: string) => Promise<unknown>,
): Promise<Record<Kind, number[]>> {
  const times: Record<Kind, number[]> = { nowhere: [], sealed: [], walled: [] };
  const warm = each * 0.3;
  for (let n = 0; n < each * KINDS.length + warm; n++) {
    if (n % 500 === 0) await clear();
    const kind = KINDS[Math.floor(draw() * KINDS.length)] ?? 'nowhere';
    const begun = performance.now();
    await work(names[kind]());
    if (n >= warm) times[kind].push(performance.now() - begun);
  }
  return times;
}

/** @returns whether each kind looks like nowhere */
function tell(what: string, times: Record<Kind, number[]>): boolean {
  const against = KINDS.slice(1).map((kind) => ({ kind, t: welch(times[kind], times.nowhere) }));
  const mean = (of: readonly number[]): string => (of.reduce((sum, one) => sum + one, 0) / of.length).toFixed(3);
  say(`${what}: ${KINDS.map((kind) => `${kind} ${mean(times[kind])} ms × ${times[kind].length}`).join(', ')}`);
  say(`  Welch's t against nowhere: ${against.map(({ kind, t }) => `${kind} ${t.toFixed(2)}`).join(', ')}`);
  return against.every(({ t }) => Math.abs(t) < 4.5);
}

/** Student's t after Welch, of two samples whose variances differ. */
function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [spread(one), spread(other)];
  return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length);
}

function spread(sample: readonly number[]): { mean: number; variance: number } {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
  return { mean, variance };
}

function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
