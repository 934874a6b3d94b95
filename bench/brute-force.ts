import { bruteForce } from '../test/support/brute-force.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The engine's optimum against exhaustive search on random data sets: `brute-force [count] [seed]`. */
export function run([count = '10000', seed = '1']: string[]): Promise<void> {
  const started = performance.now();
  const found = bruteForce(Number(count), Number(seed));
  for (const line of found.disagreements) say(line);
  for (const [kind, n] of [...found.kinds].sort()) say(`${kind.padEnd(16)}${n}`);
  say(
    `${found.count} data sets of seed ${found.seed}: ${found.optima} optima, ${found.refused} without one, ` +
      `${found.disagreements.length} disagreements, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (found.disagreements.length > 0) process.exitCode = 1;
  return Promise.resolve();
}
