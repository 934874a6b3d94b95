import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { openDatabases } from '../src/database/open-databases.js';
import { MeasureReports } from '../src/department-reporting/actions/measure-reports.js';
import { CountDepartmentReporting } from '../src/department-reporting/index.js';
import { readSettings } from '../src/platform/settings.js';
import { PendingAnswerReader } from '../src/use-of-force-report/records/pending-answer.reader.js';
import { recordWith } from '../test/use-of-force-report/profiles/profile-cases.js';
import { type ForceScene, openForceScene } from './force-scene.js';
import { processorTime } from './processor-time.js';

const SIZE = 100_000;
const DEPARTMENTS = 100;
const MONTHS = 60;

/** How long the figures of many departments take: judging each report once, the snapshot, and a look that finds nothing new. */
export async function run([size = String(SIZE)]: string[]): Promise<void> {
  const scene = await openForceScene();
  const databases = await openDatabases(readSettings(scene.environment), () => undefined);
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...databases, logLevel: 'silent' }), {
    logger: false,
  });
  try {
    const jurisdictionId = await fill(scene, Number(size));
    say(`${size} reports of ${DEPARTMENTS} departments in ${MONTHS} months, three programmes`);
    const count = () => app.get(CountDepartmentReporting).run(jurisdictionId);
    await timed(scene, 'measured, each report once', () => app.get(MeasureReports).run(jurisdictionId));
    await timed(scene, 'counted and published', count);
    await timed(scene, 'looked at again, nothing new', count);
    await scene.owner.query(
      `UPDATE redress.use_of_force_report SET submitted_at = now() WHERE report_number LIKE '%7'`,
    );
    await timed(scene, 'a tenth told anew: measured, counted, published', count);
    const actor = { kind: 'system', jurisdictionId } as const;
    await timed(scene, 'fifty of the pending answers, the oldest first', async () => {
      const { answers } = await app.get(PendingAnswerReader).page(actor, { limit: 50 });
      return answers.length;
    });
    say(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  } finally {
    await app.close();
    await scene.end();
  }
}

/** Reports as they stand in their own table: one in four with something pending, one in four with an answer that is missing. */
async function fill({ owner, department }: ForceScene, size: number): Promise<string> {
  const changes = [
    {},
    { '/ambush': null, '/subjects/0/heightInches': null },
    { '/ambush': { state: 'pending' }, '/supervisorConsulted': { state: 'unknown_final' } },
    { '/locationType': 'on the moon' },
  ];
  const originals = JSON.stringify(changes.map((change) => recordWith({}, change).report));
  const { rows } = await owner.query<{ id: string }>(
    'SELECT jurisdiction_id AS id FROM redress.department WHERE id = $1',
    [department.id],
  );
  const { id = '' } = rows[0] ?? {};
  await owner.query(
    `INSERT INTO redress.department (jurisdiction_id, id, name, ori, created_at)
     SELECT $1, gen_random_uuid(), 'Department ' || n, 'BN' || to_char(n, 'FM0000000'), '2021-01-01' FROM generate_series(1, $2::int) AS n`,
    [id, DEPARTMENTS],
  );
  await owner.query(`UPDATE redress.reporting_ori SET since = '2021-01-01'`);
  await owner.query(
    `INSERT INTO redress.use_of_force_report (jurisdiction_id, id, department_id, charter_id, report_number, incident_number,
       occurred_on, status, submitted_at, original, unanswered, late_for)
     SELECT $1, gen_random_uuid(), d.ids[1 + n % $3], c.id, 'B-' || n, 'B-' || n, day.on, 'submitted', day.on + interval '40 days',
            told.original || jsonb_build_object('occurredOn', day.on, 'reportNumber', 'B-' || n), redress.unanswered(told.original),
            CASE WHEN n % 5 = 0 THEN '{fbi}'::text[] ELSE '{}' END
       FROM generate_series(1, $2::int) AS n
       CROSS JOIN LATERAL (SELECT ('2021-01-01'::date + ((n / $3) % ($4 * 30))) AS on) AS day
       CROSS JOIN LATERAL (SELECT $5::jsonb -> (n % 4) AS original) AS told
       CROSS JOIN (SELECT array_agg(id) AS ids FROM redress.department WHERE name LIKE 'Department %') AS d
       CROSS JOIN (SELECT id FROM redress.charter WHERE jurisdiction_id = $1) AS c`,
    [id, size, DEPARTMENTS, MONTHS, originals],
  );
  await owner.query('ANALYZE redress.use_of_force_report');
  return id;
}

/** By the clock, and by the processor time of this process and the database: what else the machine does is in the first alone. */
async function timed({ postgres }: ForceScene, what: string, work: () => Promise<unknown>): Promise<void> {
  const used = (): Promise<number> => processorTime(process.pid, postgres);
  const [began, before] = [performance.now(), await used()];
  const told = JSON.stringify(await work());
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
  say(`${what}: ${seconds(performance.now() - began)} s, of processor ${seconds((await used()) - before)} s (${told})`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
