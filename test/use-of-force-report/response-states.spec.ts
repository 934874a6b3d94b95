import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, TestApp } from '../support/test-app.js';
import { fullReport, sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let department: { id: string; key: string };
beforeAll(async () => {
  redress = await TestApp.start();
  department = await redress.department('Riverton PD');
});
afterAll(() => redress.stop());

function submit(body: unknown, key: string): Promise<Answer> {
  return redress.request('POST', PATH, { as: department.key, body, headers: { 'idempotency-key': key } });
}

describe('an element of a report', () => {
  it('reads as it was told, whether it has a column of its own or none, a value or a state', async () => {
    const told = fullReport();
    const { status, body } = await submit(told, 'every-element');
    expect(status).toBe(201);
    const shown = await redress.request('GET', `${PATH}/mine/${body.id}`, { as: department.key });
    const { subjects, officers, force, ...incident } = told;
    expect(shown.body).toMatchObject(incident);
    expect([shown.body.subjects, shown.body.force]).toEqual([subjects, force]);
    expect(shown.body.officers).toEqual([{ ...officers[0], officerId: expect.any(String) }]);
    expect(JSON.stringify(told).match(/"state"/g)?.length).toBeGreaterThan(15);
  });

  it('reads as it was told whatever stands in it: words are sent to the database in its own form', async () => {
    const words = ['a "quoted" \\ word', '{braces}, commas', 'NULL', 'Ünïcödé 警察', "it's"];
    const told = sampleReport('R-WORDS', {
      incidentTypes: words,
      weather: [],
      municipality: 'NULL',
      videoSources: words,
    });
    const { body } = await submit(told, 'awkward-words');
    const shown = await redress.request('GET', `${PATH}/mine/${body.id}`, { as: department.key });
    expect(shown.body).toMatchObject({ incidentTypes: words, weather: [], municipality: 'NULL', videoSources: words });
    const [row] = (
      await redress.database.owner.query(
        'SELECT incident_types AS words, original::text AS original FROM redress.use_of_force_report WHERE id = $1',
        [body.id],
      )
    ).rows;
    expect(row).toEqual({ words, original: JSON.stringify(told) });
  });

  it('is counted where it is pending, by its name', async () => {
    const { subjects } = sampleReport();
    const told = sampleReport('R-PENDING', {
      ambush: { state: 'pending' },
      subjects: subjects.map((subject) => ({
        ...subject,
        age: { state: 'pending' },
        charges: { state: 'unknown_final' },
      })),
    });
    const { body } = await submit(told, 'pending-elements');
    const { rows } = await redress.database.owner.query(
      `SELECT key AS element, value AS state, count(*)::int FROM (
         SELECT id, unanswered FROM redress.use_of_force_report
         UNION ALL SELECT report_id, unanswered FROM redress.use_of_force_subject) part, jsonb_each_text(unanswered)
        WHERE id = $1 GROUP BY 1, 2 ORDER BY 1`,
      [body.id],
    );
    expect(rows).toEqual([
      { element: 'age', state: 'pending', count: 2 },
      { element: 'ambush', state: 'pending', count: 1 },
      { element: 'charges', state: 'unknown_final', count: 2 },
    ]);
  });

  it.each([
    [`unanswered = '{"age": "lost"}'`, 'no state that is not one'],
    [`unanswered = '{"age": 1}'`, 'no state that is no word'],
    [`answers = '{"age": {"state": "pending"}}'`, 'no state among the values'],
    [`answers = '[]'`, 'no list'],
  ])('takes, by direct SQL %s, %s', async (change) => {
    const attempt = redress.database.owner.query(`UPDATE redress.use_of_force_subject SET ${change}`);
    await expect(attempt).rejects.toThrow(/violates check constraint/);
  });

  it('that says what force it was is not left out, by direct SQL either', async () => {
    const attempt = redress.database.owner.query(
      'UPDATE redress.force_application SET force_type = NULL, unanswered = NULL',
    );
    await expect(attempt).rejects.toThrow(/force_type_is_told/);
  });

  it.each([
    ['of nobody on nobody', 'NULL, NULL', 'loose_report_id_fkey'],
    ['of an officer who is not told of', '1, NULL', 'officer_sequen_fkey'],
    ['on a subject that is not told of', 'NULL, 1', 'subject_sequen_fkey'],
  ])('%s is not there without its report, by direct SQL either', async (_, whose, fault) => {
    const attempt = redress.database.owner.query(
      `INSERT INTO redress.force_application (jurisdiction_id, report_id, sequence, force_type, officer_sequence, subject_sequence)
       VALUES ($1, gen_random_uuid(), 1, 'take_down', ${whose})`,
      [redress.jurisdiction.id],
    );
    await expect(attempt).rejects.toThrow(fault);
  });

  it('is of a department of its own place, by direct SQL either', async () => {
    const attempt = redress.database.owner.query(
      'UPDATE redress.use_of_force_report SET jurisdiction_id = gen_random_uuid()',
    );
    await expect(attempt).rejects.toThrow(/violates foreign key constraint/);
  });
});
