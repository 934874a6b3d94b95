import { setTimeout as wait } from 'node:timers/promises';

/** How one thing that somebody does again and again went. */
export interface Course {
  /** Milliseconds, of those that were done */
  took: number[];
  /** What came instead, by its code */
  refused: Map<string, number>;
}

/** Somebody who waits for longer has gone. */
export const PATIENCE_MS = 5_000;

/** Does it every so many milliseconds, whether the last one is done or not, until the signal. */
export async function atAPace(every: number, signal: AbortSignal, once: () => Promise<Response>): Promise<Course> {
  const course: Course = { took: [], refused: new Map() };
  const under: Promise<void>[] = [];
  while (!signal.aborted) {
    under.push(note(course, once));
    await wait(every);
  }
  await Promise.all(under);
  return course;
}

/** Does it as soon as the last one is done, until the signal. */
export async function inTurns(signal: AbortSignal, course: Course, once: () => Promise<Response>): Promise<void> {
  while (!signal.aborted) await note(course, once);
}

async function note({ took, refused }: Course, once: () => Promise<Response>): Promise<void> {
  const began = performance.now();
  const answer = await once().catch((error: unknown) => error as Error);
  const said = answer instanceof Error ? answer.name : await answer.text();
  if (answer instanceof Response && answer.ok) {
    took.push(performance.now() - began);
    return;
  }
  const code = /"code":"([a-z-]+)"/.exec(said)?.[1] ?? said.slice(0, 40);
  refused.set(code, (refused.get(code) ?? 0) + 1);
}

export function told({ took, refused }: Course): { share: number; p50: number; p99: number; words: string } {
  const all = took.length + [...refused.values()].reduce((sum, each) => sum + each, 0);
  const sorted = Float64Array.from(took).sort();
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  const [share, p50, p99] = [took.length / all, at(0.5), at(0.99)];
  const instead = [...refused].map(([code, times]) => `, ${times} × ${code}`).join('');
  return {
    ...{ share, p50, p99 },
    words: `${took.length} of ${all} done (${(share * 100).toFixed(1)} %), p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms${instead}`,
  };
}
