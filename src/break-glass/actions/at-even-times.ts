import { setTimeout } from 'node:timers/promises';

const STEP_MS = 50;

/**
 * The answer goes out at a whole twentieth of a second after it was asked for, however long the work took: how long it took
 * is not told. A no goes out so, too.
 */
export async function atEvenTimes<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    await setTimeout(STEP_MS - ((performance.now() - begun) % STEP_MS));
  }
}
