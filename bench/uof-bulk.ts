import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { linesOfReports, reportOf, seeded } from '../test/support/generated-reports.js';
import { openForceScene } from './force-scene.js';
import { MeasuredServer } from './measured-server.js';
import { processorTime } from './processor-time.js';
import { saveOneByOne } from './saved-one-by-one.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const SEED = 5;
const SAVED = 1_000;

/**
 * `uof-bulk [records]`: lines of JSON through HTTP into a server in a process of its own, validated, with history and commit,
 * against a bare COPY of the same bytes (0.05 of its rate is demanded) and against TypeORM's save() of one row after the
 * other (30 times its rate). Prints the server's peak memory (300 MB) and how long its event loop was held up (p99 100 ms).
 */
export async function run([records = '100000']: string[]): Promise<void> {
  const count = Number(records);
  const scene = await openForceScene();
  const { owner, ownerUrl, environment, postgres } = scene;
  const { key } = scene.department;
  const used = (pid = -1): Promise<number> => processorTime(pid, postgres);
  const [idle, copied, then] = [await used(), await bareCopy(owner, count), await used()];
  const copyMs = (then - idle) / count;
  say(`bare COPY of ${count} lines (${(copied.bytes / 1e6).toFixed(0)} MB): ${copied.rate.toFixed(0)} records/s`);
  const random = seeded(SEED);
  const saved = await saveOneByOne(
    ownerUrl,
    Array.from({ length: SAVED }, (_, index) => reportOf(index, 'S', random)),
  );
  say(`TypeORM save(), ${SAVED} reports row by row: ${saved.toFixed(0)} records/s`);
  const server = new MeasuredServer({ ...environment, PORT: '0', LOG_LEVEL: 'warn' });
  try {
    const port = await server.port();
    await send(port, key, 2_000, 'W', SEED + 1);
    await server.loopDelay();
    await server.forgetPeak();
    const atRest = await server.peakMegabytes();
    const [before, beforeAll] = [await used(), await used(server.pid)];
    const began = performance.now();
    const result = await send(port, key, count, 'R', SEED);
    const rate = count / ((performance.now() - began) / 1000);
    const [after, afterAll] = [await used(), await used(server.pid)];
    const delay = await server.loopDelay();
    say(`bulk over HTTP: ${rate.toFixed(0)} records/s; ${JSON.stringify(result)}`);
    say(
      `  ${(rate / copied.rate).toFixed(3)} of the bare COPY (0.05 demanded), ${(rate / saved).toFixed(1)} times save() (30 demanded)`,
    );
    const each = (ms: number): string => (ms / count).toFixed(3);
    say(
      `  processor time a record: database ${each(after - before)} ms, server ${each(afterAll - beforeAll - after + before)} ms; the bare COPY ${copyMs.toFixed(4)} ms`,
    );
    say(
      `  memory of the server ${atRest} MB before, at most ${await server.peakMegabytes()} MB meanwhile (300 at most), event loop held up p50 ${delay.p50.toFixed(0)} ms, p99 ${delay.p99.toFixed(0)} ms (100 at most), at most ${delay.max.toFixed(0)} ms`,
    );
  } finally {
    await server.stop();
    await scene.end();
  }
}

async function bareCopy(owner: pg.Client, count: number): Promise<{ rate: number; bytes: number }> {
  await owner.query('CREATE TABLE bare (line text)');
  let bytes = 0;
  const counted = function* (): Generator<Buffer> {
    for (const lines of linesOfReports(count, 'R', SEED)) {
      bytes += lines.length;
      yield lines;
    }
  };
  // Generated beforehand where they fit, so that the copy alone is timed.
  const held = count <= 150_000 ? [...counted()] : counted();
  const began = performance.now();
  await pipeline(
    Readable.from(held, { objectMode: false }),
    owner.query(from(`COPY bare FROM STDIN (FORMAT csv, DELIMITER e'\\x01', QUOTE e'\\x02')`)),
  );
  const rate = count / ((performance.now() - began) / 1000);
  await owner.query('DROP TABLE bare');
  return { rate, bytes };
}

async function send(
  port: number,
  key: string,
  count: number,
  prefix: string,
  seed: number,
): Promise<Record<string, number>> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/x-ndjson',
    'idempotency-key': `bench-of-${prefix}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', method: 'POST', path: '/api/v1/use-of-force-reports/bulk', headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        answer.on('end', () => {
          const { received, taken, unchanged, rejected, warned, detail } = JSON.parse(text) as Record<string, number>;
          if (answer.statusCode === 200)
            resolve({
              received: received!,
              taken: taken!,
              unchanged: unchanged!,
              rejected: rejected!,
              warned: warned!,
            });
          else reject(new Error(`${answer.statusCode}: ${detail}`));
        });
      },
    );
    sent.on('error', reject);
    pipeline(Readable.from(linesOfReports(count, prefix, seed), { objectMode: false }), sent).catch(reject);
  });
}
