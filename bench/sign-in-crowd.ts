import { setTimeout as wait } from 'node:timers/promises';
import { PASSWORD } from '../test/support/test-app.js';
import { neighbors } from './support/neighbors.js';
import { residentPeak } from './support/resident-peak.js';
import { ServedPlace } from './support/served-place.js';
import { type Course, inTurns, PATIENCE_MS, told } from './support/timely.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const FILING_EVERY_MS = 100;
/** A server that has answered hundreds has taken the memory that it works in. */
const WARM_UP = { every: 20, during: 10_000 };
const [MOST_P99_MS, MOST_GROWTH_MIB] = [500, 200];

/**
 * `sign-in-crowd [at once] [seconds]`: so many people sign in at once, again and again (half with names that nobody has, and
 * passwords at their real cost), while others file complaints. Filing's p99 and the growth of the server's memory are demanded;
 * beside it, filing with nobody signing in.
 */
export async function run([atOnce = '200', seconds = '20']: string[]): Promise<void> {
  const place = await ServedPlace.open();
  try {
    const { server, port } = await place.serve();
    await neighbors(port, WARM_UP.every, AbortSignal.timeout(WARM_UP.during));
    const alone = told(await neighbors(port, FILING_EVERY_MS, AbortSignal.timeout(Number(seconds) * 500)));
    say(`filing, nobody signs in: ${alone.words}`);
    const memory = await residentPeak(String(server.pid));
    const until = AbortSignal.timeout(Number(seconds) * 1000);
    const crowd: Course = { took: [], refused: new Map() };
    const signIns = Array.from({ length: Number(atOnce) }, (_, at) =>
      inTurns(until, crowd, async () => {
        const answer = await signIn(port, at % 2 === 0 ? 'sam' : `nobody-${at}`);
        // As it is told: in a few seconds.
        if (answer.status === 503) await wait(1_000);
        return answer;
      }),
    );
    const filing = told(await neighbors(port, FILING_EVERY_MS, until));
    await Promise.all(signIns);
    const grown = await memory.grown();
    say(`${atOnce} sign in at once: ${told(crowd).words}`);
    say(`filing meanwhile: ${filing.words}; ${MOST_P99_MS} ms allowed, ${(filing.p99 / alone.p99).toFixed(1)} × alone`);
    say(`memory: ${grown} MiB more at most (${MOST_GROWTH_MIB} allowed)`);
    if (filing.share < 1 || filing.p99 > MOST_P99_MS || grown > MOST_GROWTH_MIB || crowd.took.length === 0)
      process.exitCode = 1;
  } finally {
    await place.end();
  }
}

function signIn(port: number, signInName: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jurisdiction: 'riverton', signInName, password: PASSWORD }),
    signal: AbortSignal.timeout(2 * PATIENCE_MS),
  });
}
