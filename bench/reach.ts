import { type ListStage, onListStage } from './list-stage.js';
import { processorTime } from './processor-time.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const DO = (what: string): string => `DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT polrelid::regclass AS target FROM pg_policy WHERE polname = 'by_role' LOOP EXECUTE format('${what}', one.target); END LOOP; END $$`;
/** Where the policies by role are kept while the application is measured without them. */
const KEEP = `CREATE TABLE public.kept AS SELECT polrelid::regclass::text AS target, pg_get_expr(polqual, polrelid) AS reads,
    pg_get_expr(polwithcheck, polrelid) AS writes FROM pg_policy WHERE polname = 'by_role'`;
const WITHOUT = DO('ALTER POLICY by_role ON %s USING (true) WITH CHECK (true)');
const WITH = `DO $$ DECLARE one record; BEGIN FOR one IN SELECT * FROM public.kept LOOP
  EXECUTE format('ALTER POLICY by_role ON %s USING (%s) WITH CHECK (%s)', one.target, one.reads, one.writes); END LOOP; END $$`;

/**
 * What the policies by role cost: pages of the case list and case files, by the same program over the same database with
 * them and without, in turns: `reach [cases] [rounds] [requests]`. Prints the ratios of processor time, program and database.
 */
export async function run([cases = '100000', rounds = '5', requests = '40']: string[]): Promise<void> {
  await onListStage(Number(cases), async (stage) => {
    await stage.owner.query(KEEP);
    const { rows } = await stage.owner.query<{ id: string }>(
      `SELECT id FROM redress.complaint WHERE status NOT IN ('expunged', 'disposed') ORDER BY id LIMIT $1`,
      [Number(requests)],
    );
    const files = rows.map(({ id }) => `/api/v1/complaints/${id}`);
    await asWhom(stage, 'a supervisor', files, [Number(rounds), Number(requests)]);
    // The same person with a role that reaches assigned cases alone: of fifty, and those are asked for.
    await stage.owner.query(`UPDATE redress.staff SET roles = '{investigator}' WHERE id = $1`, [stage.staffId]);
    await stage.owner.query(
      `UPDATE redress.assignment SET staff_id = $1 WHERE complaint_id = ANY ($2) AND ended_at IS NULL`,
      [stage.staffId, rows.map(({ id }) => id)],
    );
    const { rows: mine } = await stage.owner.query<{ id: string }>(
      'SELECT complaint_id AS id FROM redress.assignment WHERE staff_id = $1 AND ended_at IS NULL',
      [stage.staffId],
    );
    const own = mine.map(({ id }) => `/api/v1/complaints/${id}`);
    await asWhom(stage, `an investigator of ${own.length} cases`, own, [Number(rounds), Number(requests)]);
  });
}

async function asWhom(stage: ListStage, who: string, files: string[], times: readonly [number, number]): Promise<void> {
  const pages = ['', '?sort=due', '?overdue=true', '?sort=status', '?assignedTo=nobody'].map(
    (q) => `/api/v1/complaints${q}`,
  );
  for (const path of pages) say(`${who}, ${path}: ${await ratio(stage, [path], times)}`);
  say(`${who}, case files: ${await ratio(stage, files, times)}`);
}

async function ratio(
  stage: ListStage,
  paths: readonly string[],
  [rounds, requests]: readonly [number, number],
): Promise<string> {
  const spent = { with: [] as number[], without: [] as number[] };
  for (let round = -1; round < rounds; round++)
    for (const arm of ['with', 'without'] as const) {
      await stage.owner.query(arm === 'with' ? WITH : WITHOUT);
      // What is planned anew is planned before the clock runs.
      for (let at = -5; at < 0; at++) await ask(stage, paths[0]!);
      const before = await processorTime(stage.arms.ours.pid, stage.postgres);
      for (let at = 0; at < requests; at++) await ask(stage, paths[at % paths.length]!);
      const used = ((await processorTime(stage.arms.ours.pid, stage.postgres)) - before) / requests;
      if (round >= 0) spent[arm].push(used);
    }
  const ratios = spent.with.map((used, round) => used / spent.without[round]!);
  return `${median(spent.with).toFixed(2)} ms of processor with, ${median(spent.without).toFixed(2)} without, ratio ${median(ratios).toFixed(2)}`;
}

async function ask({ arms, token }: ListStage, path: string): Promise<void> {
  const answer = await fetch(arms.ours.address + path, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
