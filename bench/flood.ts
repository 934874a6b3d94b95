import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf, FILED, neighbors } from './support/neighbors.js';
import { ServedPlace } from './support/served-place.js';
import { told } from './support/timely.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const TICK_MS = 10;
const NEIGHBOR_EVERY_MS = 200;
const DEMANDED = 0.99;
const PROXY = { TRUSTED_PROXIES: '127.0.0.1' };

interface Arm {
  what: string;
  settings: Record<string, string>;
  /** Whence the flood's next comes; null: it says nothing of it */
  from: ((number: number) => string) | null;
}

const ARMS: readonly Arm[] = [
  { what: 'from one address', settings: PROXY, from: () => '10.9.9.9' },
  {
    what: 'each from another address, proofs asked for under pressure',
    settings: { ...PROXY, PROOF_OF_WORK: 'pressure' },
    from: (number) => addressOf(`10.${100 + (Math.floor(number / 62_500) % 100)}`, number),
  },
];
const OPEN: Arm = { what: 'with neither budgets nor proofs (control)', settings: {}, from: null };

/**
 * `flood [a second] [seconds]`: so many filings a second come in as a flood, while people in their neighborhood file one each
 * five times a second: 99 of 100 of them must be done within five seconds. The control has nothing against the flood: it takes it all in.
 */
export async function run([perSecond = '1000', seconds = '20']: string[]): Promise<void> {
  for (const arm of [...ARMS, OPEN]) {
    const place = await ServedPlace.open();
    try {
      const { port } = await place.serve(arm.settings);
      const until = AbortSignal.timeout(Number(seconds) * 1000);
      const [others, flood] = await Promise.all([
        neighbors(port, NEIGHBOR_EVERY_MS, until),
        pour(port, arm, { perSecond: Number(perSecond), until }),
      ]);
      const { share, words } = told(others);
      say(`${perSecond} a second ${arm.what}: others ${words}`);
      say(`  of the flood ${JSON.stringify(Object.fromEntries(flood))}`);
      if (arm !== OPEN && share < DEMANDED) process.exitCode = 1;
    } finally {
      await place.end();
    }
  }
}

/** Sends whether or not what was sent is answered. How many were answered with what. */
async function pour(
  port: number,
  { from }: Arm,
  { perSecond, until }: { perSecond: number; until: AbortSignal },
): Promise<Map<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 });
  const answers = new Map<string, number>();
  const count = (what: string): void => void answers.set(what, (answers.get(what) ?? 0) + 1);
  const began = performance.now();
  let sent = 0;
  while (!until.aborted) {
    for (const due = ((performance.now() - began) * perSecond) / 1000; sent < due; sent++) {
      const headers = {
        ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(FILED) },
        ...(from === null ? {} : { 'x-forwarded-for': from(sent) }),
      };
      const path = '/api/v1/jurisdictions/riverton/complaints';
      const asked = request({ port, host: '127.0.0.1', method: 'POST', path, headers, agent }, (answer) => {
        count(String(answer.statusCode));
        answer.resume();
      });
      asked.once('error', (error: NodeJS.ErrnoException) => {
        count(error.code ?? error.name);
      });
      asked.end(FILED);
    }
    await wait(TICK_MS);
  }
  agent.destroy();
  answers.set('sent', sent);
  return answers;
}
