import { setTimeout as wait } from 'node:timers/promises';
import { reportOf, seeded } from '../test/support/generated-reports.js';
import { openForceScene } from './force-scene.js';
import { MeasuredServer } from './measured-server.js';
import { type Answered, type Sent, sendBody } from './sent-body.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const PATH = '/api/v1/use-of-force-reports';
/** So many reports come in a bulk of it. */
const LINES = 5;
/** Held by another, or too many at once: the client is told to come again. */
const LATER = new Set([409, 503]);

/**
 * `one-key [keys] [at once]`: the same request sent fifty times at once under one key, for each of two hundred keys; every
 * other one is a bulk. Who is told to come again does. All of a key must get the same answer, and what it says is there once.
 */
export async function run([keys = '200', atOnce = '50']: string[]): Promise<void> {
  const scene = await openForceScene();
  const server = new MeasuredServer({ ...scene.environment, PORT: '0', LOG_LEVEL: 'warn' });
  const random = seeded(7);
  let [faults, later, expected] = [0, 0, 0];
  try {
    const port = await server.port();
    const until = async (sent: Sent): Promise<Answered> => {
      for (;;) {
        const answer = await sendBody(port, scene.department.key, sent);
        if (!LATER.has(answer.status)) return answer;
        later++;
        await wait(50 + 200 * random());
      }
    };
    for (let key = 1; key <= Number(keys); key++) {
      const isBulk = key % 2 === 0;
      const count = isBulk ? LINES : 1;
      expected += count;
      const reports = Array.from({ length: count }, (_, at) => JSON.stringify(reportOf(at, `P${key}`, random)));
      const sent = {
        path: isBulk ? `${PATH}/bulk` : PATH,
        contentType: isBulk ? 'application/x-ndjson' : 'application/json',
        pieces: [reports.join('\n')],
        idempotencyKey: `one-key-${key}`,
      };
      const answers = await Promise.all(Array.from({ length: Number(atOnce) }, () => until(sent)));
      const different = new Set(answers.map(({ status, text }) => `${status} ${text}`));
      const isRight = different.size === 1 && answers[0]?.status === (isBulk ? 200 : 201);
      if (isRight) continue;
      faults++;
      say(`FAULT key ${key}: ${different.size} answers, ${[...different].map((one) => one.slice(0, 120)).join(' | ')}`);
    }
    const { rows } = await scene.owner.query<{ reports: number; numbers: number; events: number }>(
      `SELECT count(*)::int AS reports, count(DISTINCT report_number)::int AS numbers,
              (SELECT count(*)::int FROM redress.history_event WHERE action = 'use-of-force-report.submit') AS events
         FROM redress.use_of_force_report`,
    );
    const once = JSON.stringify({ reports: expected, numbers: expected, events: expected });
    if (JSON.stringify(rows[0]) !== once) faults++;
    say(`${keys} keys, ${atOnce} at once under each (${later} were told to come again, and did): ${faults} faults`);
    say(`  there ${JSON.stringify(rows[0])}, expected ${once}`);
    if (faults > 0) process.exitCode = 1;
  } finally {
    await server.stop();
    await scene.end();
  }
}
