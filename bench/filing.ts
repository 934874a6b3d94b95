import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabases } from '../src/database/open-databases.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { RedressProcess } from '../test/support/redress-process.js';
import { bareClients, type Client, sockets } from './filing-clients.js';
import { processorTime } from './processor-time.js';
import { temporaryDirectory } from './temporary-directory.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Filing over real HTTP against the same rows inserted by a bare client, 32 connections each, in turns, on one PostgreSQL
 * with fsync on: `filing [rounds] [seconds]`. Prints both rates, their ratio (0.3 is demanded), and what filing takes.
 */
export async function run([rounds = '7', seconds = '4']: string[]): Promise<void> {
  const dataDirectory = await temporaryDirectory();
  const master = randomBytes(32).toString('base64');
  const databases = await openDatabases(
    readSettings({ DATA_DIRECTORY: dataDirectory, MASTER_KEY: master }),
    () => undefined,
  );
  const owner = new pg.Client(connectionOptions(databases.ownerUrl!));
  await owner.connect();
  const environment = {
    ...{ DATABASE_URL: databases.ownerUrl!, MASTER_KEY: master, DATA_DIRECTORY: dataDirectory },
    ...{ PORT: '0', LOG_LEVEL: 'warn' },
  };
  await new RedressProcess(['establish', 'riverton', '--name', 'Riverton'], environment).ended();
  const server = new RedressProcess(['serve'], environment);
  try {
    const [, port = ''] = await server.says(/serves on http:\S+:(\d+)\./);
    const bare = await bareClients(databases.appUrl, owner);
    const filing = async (duration: number): Promise<Arm> =>
      inTurns(duration, await Promise.all(sockets(Number(port))));
    await filing(3000);
    await inTurns(1500, bare);
    const ratios: number[] = [];
    const spent = { filing: { ms: 0, times: 0 }, bare: { ms: 0, times: 0 } };
    // The load of 32 HTTP clients is this process's; what it spends on filing is not counted, what it spends as the bare client is.
    const postgres = join(dataDirectory, 'postgres/cluster');
    const counted = async (of: { ms: number; times: number }, pid: number, arm: () => Promise<Arm>): Promise<Arm> => {
      const before = await processorTime(pid, postgres);
      const done = await arm();
      of.ms += (await processorTime(pid, postgres)) - before;
      of.times += done.took.length;
      return done;
    };
    for (let round = 1; round <= Number(rounds); round++) {
      const before = await filedSoFar(owner);
      const one = await counted(spent.filing, server.child.pid!, () => filing(Number(seconds) * 1000));
      const committed = (await filedSoFar(owner)) - before;
      const other = await counted(spent.bare, process.pid, () => inTurns(Number(seconds) * 1000, bare));
      ratios.push(one.rate / other.rate);
      const [half, most] = [quantile(one.took, 0.5), quantile(one.took, 0.99)].map((each) => each.toFixed(0));
      say(
        `round ${round}: filed ${one.rate.toFixed(0)}/s (p50 ${half!} ms, p99 ${most!} ms; ${one.took.length} answered 201, ${committed} committed), bare ${other.rate.toFixed(0)}/s, ratio ${ratios.at(-1)!.toFixed(2)}`,
      );
    }
    say(
      `filing a complaint: ${quantile(ratios, 0.5).toFixed(2)} of the bare rate (median of ${rounds}; 0.30 demanded)`,
    );
    const each = ({ ms, times }: { ms: number; times: number }): string => (ms / times).toFixed(2);
    say(
      `processor time, database and program: ${each(spent.filing)} ms a filing, ${each(spent.bare)} ms a bare transaction`,
    );
    await Promise.all(bare.map((client) => client.end()));
  } finally {
    await server.interrupt();
    await owner.end();
    await databases.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

interface Arm {
  rate: number;
  took: number[];
}

/** Every client does it again as soon as it is done, until the time is up. */
async function inTurns(duration: number, clients: readonly Client[]): Promise<Arm> {
  const began = performance.now();
  const took: number[] = [];
  const loop = async (client: Client): Promise<void> => {
    while (performance.now() - began < duration) {
      const at = performance.now();
      await client.once();
      took.push(performance.now() - at);
    }
  };
  await Promise.all(clients.map(loop));
  return { rate: took.length / ((performance.now() - began) / 1000), took };
}

async function filedSoFar(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM redress.complaint WHERE case_number NOT LIKE 'B-%'`,
  );
  return rows[0]!.n;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
