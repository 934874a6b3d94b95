import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { linesOfReports, seeded } from './generated-reports.js';
import { RedressProcess } from './redress-process.js';

export interface KillPlan {
  /** What the server is started with: DATABASE_URL, MASTER_KEY and DATA_DIRECTORY */
  environment: Record<string, string>;
  owner: Pick<pg.Pool, 'query'>;
  department: { id: string; key: string };
  records: number;
  rounds: number;
  seed: number;
  say: (line: string) => void;
}

/** A bulk commits by so many. */
const AT_ONCE = 1_000;

interface Counted {
  reports: number;
  numbers: number;
  subjects: number;
  officers: number;
  force: number;
  events: number;
}

/**
 * Kills the server with -9 in the middle of a bulk, as often as it says, at a place that the seed settles; the client sends
 * the same again under the same key to a server that is started anew. What is not there exactly once is told, in words.
 */
export async function killCampaign(plan: KillPlan): Promise<string[]> {
  const { environment, records, rounds, seed, say } = plan;
  const random = seeded(seed);
  const faults: string[] = [];
  let server = await started(environment);
  for (let round = 1; round <= rounds; round++) {
    const prefix = `K${seed}x${round}`;
    // The last that is committed before the answer is left out: something must be left to do.
    const target = Math.min(Math.floor(records * (0.1 + 0.8 * random())), records - AT_ONCE);
    const sending = { isOver: false };
    const broken = send(server.port, plan, prefix)
      .catch(() => null)
      .finally(() => (sending.isOver = true));
    let before = 0;
    while (before < target && !sending.isOver) {
      before = await reportsOf(plan, prefix);
      await wait(20);
    }
    server.process.child.kill('SIGKILL');
    await server.process.ended();
    const unanswered = (await broken) === null;
    before = (await counted(plan, prefix)).reports;
    server = await started(environment);
    const answer = await repeated(server.port, plan, prefix);
    const after = await counted(plan, prefix);
    const { taken = 0, unchanged = 0, rejected = 0 } = answer;
    say(`round ${round}: killed after ${before} of ${records}; then taken ${taken}, unchanged ${unchanged}`);
    const expected = {
      reports: records,
      numbers: records,
      subjects: records,
      officers: records,
      force: records,
      events: records,
    };
    if (!unanswered) faults.push(`round ${round}: it was answered before it was killed`);
    if (before >= records) faults.push(`round ${round}: nothing was left to do`);
    if (JSON.stringify(after) !== JSON.stringify(expected)) faults.push(`round ${round}: ${JSON.stringify(after)}`);
    if (taken + unchanged !== records || rejected !== 0 || unchanged !== before)
      faults.push(`round ${round}: answered ${JSON.stringify({ taken, unchanged, rejected })}, ${before} stood before`);
  }
  await server.process.interrupt();
  return faults;
}

async function started(environment: Record<string, string>): Promise<{ process: RedressProcess; port: number }> {
  const process = new RedressProcess(['serve'], { ...environment, PORT: '0', LOG_LEVEL: 'warn' });
  const [, port = ''] = await process.says(/serves on http:\S+:(\d+)\./);
  return { process, port: Number(port) };
}

/** The key is let go of when the database has noticed that its client is gone: until then it is to be repeated later. */
async function repeated(port: number, plan: KillPlan, prefix: string): Promise<Record<string, number>> {
  for (;;) {
    const { status, body } = await send(port, plan, prefix);
    if (status === 200) return body;
    if (status !== 409 && status !== 503) throw new Error(`${status}: ${JSON.stringify(body)}`);
    await wait(200);
  }
}

function send(
  port: number,
  { department, records, seed }: KillPlan,
  prefix: string,
): Promise<{ status: number; body: Record<string, number> }> {
  const headers = {
    authorization: `Bearer ${department.key}`,
    'content-type': 'application/x-ndjson',
    'idempotency-key': `kill-${prefix}`,
  };
  return new Promise((resolve, reject) => {
    const path = '/api/v1/use-of-force-reports/bulk';
    const sending = request({ port, host: '127.0.0.1', method: 'POST', path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as Record<string, number> });
      });
    });
    sending.on('error', reject);
    void write(sending, linesOfReports(records, prefix, seed));
  });
}

async function write(sending: ReturnType<typeof request>, lines: Iterable<Buffer>): Promise<void> {
  for (const piece of lines) {
    if (sending.destroyed || sending.writableEnded) return;
    if (!sending.write(piece))
      await Promise.race([new Promise((resolve) => sending.once('drain', resolve)), wait(5_000)]);
  }
  sending.end();
}

async function reportsOf({ owner, department }: KillPlan, prefix: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM redress.use_of_force_report WHERE department_id = $1 AND report_number LIKE $2`,
    [department.id, `${prefix}-%`],
  );
  return rows[0]!.count;
}

async function counted({ owner, department }: KillPlan, prefix: string): Promise<Counted> {
  const { rows } = await owner.query<Counted>(
    `WITH own AS MATERIALIZED (SELECT id, report_number FROM redress.use_of_force_report
       WHERE department_id = $1 AND report_number LIKE $2)
     SELECT (SELECT count(*)::int FROM own) AS reports, (SELECT count(DISTINCT report_number)::int FROM own) AS numbers,
            (SELECT count(*)::int FROM redress.use_of_force_subject WHERE report_id IN (SELECT id FROM own)) AS subjects,
            (SELECT count(*)::int FROM redress.use_of_force_officer WHERE report_id IN (SELECT id FROM own)) AS officers,
            (SELECT count(*)::int FROM redress.force_application WHERE report_id IN (SELECT id FROM own)) AS force,
            (SELECT count(*)::int FROM redress.history_event WHERE subject_id IN (SELECT id FROM own)) AS events`,
    [department.id, `${prefix}-%`],
  );
  return rows[0]!;
}
