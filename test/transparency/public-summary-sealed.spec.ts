import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Logger } from '../../src/platform/logging/logger.js';
import { created } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { SummaryDesk } from './summary-desk.js';

let redress: TestApp;
let desk: SummaryDesk;
const logged: string[] = [];
beforeAll(async () => {
  redress = await TestApp.start();
  desk = await SummaryDesk.open(redress);
  // Everything that the application would log, at its most talkative.
  const kept = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  Object.assign(redress.app.get(Logger), { pino: kept });
});
afterAll(() => redress.stop());

/** Found nowhere else. */
const CANARIES = { name: 'Zephyrine Quillfeather', text: 'marzipan-locomotive', reason: 'octopus-permission' };
const TEXT = `Officers stopped ${CANARIES.name} beside the ${CANARIES.text} and found nothing that the law forbids.`;

/** Each table and column in which one of the words stands, as text or as the bytes of the text. */
async function standsIn(): Promise<string[]> {
  const { owner } = redress.database;
  const { rows } = await owner.query<{ schema: string; table: string; column: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema IN ('redress', 'published', 'pgboss') AND t.table_type = 'BASE TABLE'`,
  );
  expect(rows.length).toBeGreaterThan(200);
  const forms = Object.values(CANARIES).flatMap((word) => [word, Buffer.from(word).toString('hex')]);
  const hits: string[] = [];
  for (const { schema, table, column } of rows) {
    const { rows: found } = await owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${schema}."${table}" AS row
        WHERE EXISTS (SELECT FROM unnest($1::text[]) AS form WHERE strpos(lower(row."${column}"::text), lower(form)) > 0)`,
      [forms],
    );
    if (found[0]!.count > 0) hits.push(`${table}.${column}`);
  }
  return hits.sort();
}

describe('the words of a summary', () => {
  it('stand in no table and no log, drafted, refused, kept, approved or withdrawn; they are read through the key', async () => {
    const complaintId = await desk.newCase({ complainant: { name: CANARIES.name } });
    created(await desk.draft(complaintId, TEXT));
    expect((await desk.draft(complaintId, TEXT)).status).toBe(409);
    expect((await desk.ask(complaintId, '', desk.writer, 'POST', { text: TEXT, [CANARIES.text]: 1 })).status).toBe(422);
    created(await desk.keep(complaintId, CANARIES.reason));
    await desk.submit(complaintId);
    for (const person of desk.approvers.slice(0, 2)) created(await desk.approve(complaintId, person));
    const { text } = await desk.ask(complaintId);
    for (const word of Object.values(CANARIES)) expect(text).toContain(word);
    await desk.withdraw(complaintId);
    expect(await standsIn()).toEqual([]);
    expect(logged.length).toBeGreaterThan(8);
    expect(logged.filter((line) => Object.values(CANARIES).some((word) => line.includes(word)))).toEqual([]);
  });

  it('are found by this search when they are planted', async () => {
    const { owner } = redress.database;
    await owner.query(
      'ALTER TABLE redress.public_summary ADD COLUMN planted_text text, ADD COLUMN planted_bytes bytea',
    );
    await owner.query('ALTER TABLE redress.public_summary DISABLE TRIGGER refuse_unapproved_summary');
    const plant = `UPDATE redress.public_summary SET planted_text = 'it says ' || $1, planted_bytes = convert_to($2, 'UTF8')`;
    await owner.query(plant, [CANARIES.text, CANARIES.name]);
    expect(await standsIn()).toEqual(['public_summary.planted_bytes', 'public_summary.planted_text']);
  });

  it('cannot be read any more when the case’s key is destroyed', async () => {
    const complaintId = await desk.submitted();
    await redress.database.owner.query(
      'UPDATE redress.case_key SET wrapped = NULL, destroyed_at = now() WHERE complaint_id = $1',
      [complaintId],
    );
    expect((await desk.ask(complaintId)).body).toMatchObject({ status: 410, code: 'case-unreadable' });
  });
});
