import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { cells, tablesOf } from '../support/reported-tables.js';
import { ReportingBoard } from '../support/reporting-board.js';

const FORMS = ['', '.pdf', '.csv', '.json'];
let board: ReportingBoard;
beforeAll(async () => (board = await ReportingBoard.open(0)), 60_000);
afterAll(() => board.room.redress.stop());

const hash = async (period: string): Promise<string> => (await board.preview(period)).body.contentSha256;
const forms = async (edition: string): Promise<string[]> =>
  Promise.all(FORMS.map(async (form) => (await board.read(`/2016${form}${edition}`)).text));

const withdraw = async (id: string) => {
  const { token } = await board.room.redress.staff('records');
  const body = { reason: 'A column held too much.' };
  return board.room.redress.request('POST', `/api/v1/releases/${id}/withdrawal`, { as: token, body });
};

describe('a published report', () => {
  let first: string[];

  it('comes out as it was read, by one of two who publish it at once', async () => {
    expect((await board.read('/2016')).status).toBe(404);
    expect((await board.read('')).text).toContain('No report has been published yet.');
    const read = await hash('2016');
    expect((await board.publish('2016', 'f'.repeat(64))).body).toMatchObject({ status: 409, code: 'report-moved-on' });
    expect((await board.publish('2016', read, 'x')).body).toMatchObject({ status: 422, code: 'correction-unasked' });
    const both = await Promise.all([board.publish('2016', read), board.publish('2016', read)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('report-unchanged');
    const [clerk] = [board.room.clerk.staffId];
    const { rows } = await board.room.redress.database.owner.query(
      `SELECT actor_id, details FROM redress.history_event WHERE action = 'board-report.publish'`,
    );
    expect(rows).toEqual([{ actor_id: clerk, details: { period: '2016', edition: 1, contentSha256: read } }]);
  });

  it('is there as page, PDF, CSV and JSON, for anybody, and says by which hash', async () => {
    first = await forms('');
    expect(first[0]).toContain('Annual report, 2016');
    expect(first[0]).toContain('Edition 1.');
    expect(first[1]).toMatch(/^%PDF-1\.7/);
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure']) expect(first[1]).toContain(`/S /${tag}\n`);
    for (const said of ['/Lang (en-US)', '/Marked true', '/DisplayDocTitle true', '/Scope /Row', '/Alt (Bar chart'])
      expect(first[1]).toContain(said);
    expect(first[2]!.split('\n')[0]).toBe(
      'place,period,section,table,row,row_label,column,column_label,unit,value,status,reason,covers_from,covers_to,dataset,version,sha256,note',
    );
    expect(JSON.parse(first[3]!)).toMatchObject({ edition: 1, correction: null, period: { code: '2016' } });
    const { body } = await board.room.redress.request('GET', '/api/v1/jurisdictions/riverton/reports');
    const [told] = body.items;
    expect(told.sources).toContainEqual(expect.objectContaining({ id: 'use-of-force', version: board.force.version }));
    expect(told.files.json).toBe(createHash('sha256').update(first[3]!).digest('hex'));
    const { headers, status } = await board.read('/2016.csv?edition=1');
    expect([status, headers['cache-control'], headers.etag]).toEqual([
      ...[200, 'public, max-age=31536000, immutable', `"${told.files.csv}"`],
    ]);
    expect((await board.read('/2016.csv', { 'if-none-match': `"${told.files.csv}"` })).status).toBe(304);
    for (const path of ['/2016.exe', '/2016?edition=0', '/2016?edition=2', '/2016?edition=x', '/2017'])
      expect((await board.read(path)).body).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('stays when something else is released; what then is to be said is a new edition with its reason', async () => {
    const again = await board.desk.published('use-of-force');
    await board.tell('workforce/2016-02/all', { all: 412 });
    expect(await forms('')).toEqual(first);
    const read = await hash('2016');
    expect((await board.publish('2016', read)).body).toMatchObject({ status: 422, code: 'correction-missing' });
    const correction = 'The roll call of February was <counted> again.';
    expect((await board.publish('2016', read, correction)).body).toMatchObject({ edition: 2, correction });
    const [page, , , json] = await forms('');
    expect(page).toContain(
      'Edition 2. Why there is a new edition: The roll call of February was &lt;counted&gt; again.',
    );
    expect(JSON.parse(json!).sources[0].version).toBe(again.version);
    expect(await forms('?edition=1')).toEqual(first);
    expect((await board.read('')).text).toContain('Edition 1 of 2016');
  });

  it('goes with a release that it was made of, at once, and its address says why', async () => {
    const { owner } = board.room.redress.database;
    await expect(owner.query('DELETE FROM published.board_report_file')).rejects.toMatchObject({ code: 'RD001' });
    expect((await withdraw(board.force.id)).status).toBe(200);
    for (const form of FORMS) {
      const { status, body } = await board.read(`/2016${form}?edition=1`);
      expect([status, body.code, body.details.reason]).toEqual([410, 'report-withdrawn', 'A column held too much.']);
    }
    expect((await board.read('/2016?edition=2')).status).toBe(200);
    const { rows } = await owner.query(
      'SELECT DISTINCT edition FROM published.board_report JOIN published.board_report_file ON id = report_id',
    );
    expect(rows).toEqual([{ edition: 2 }]);
    expect((await board.read('')).text).toContain('together with use-of-force 1.0.0, of which it was made');
    const { body } = await board.room.redress.request('GET', '/api/v1/jurisdictions/riverton/reports');
    expect(body.items.map((item: { withdrawn: object[] }) => item.withdrawn.length)).toEqual([0, 1]);
  });

  it('of a quarter waits for its end, and then counts the meetings that were held', async () => {
    const now = board.room.now();
    const quarter = `${now.getUTCFullYear()}-Q${Math.ceil((now.getUTCMonth() + 1) / 3)}`;
    const title = 'Discipline of <Officer Canaria>';
    const { meetingId } = await board.room.sit([{ title }, {}]);
    await board.room.made(`/meetings/${meetingId}/adjournment`);
    const read = await hash(quarter);
    expect((await board.publish(quarter, read)).body).toMatchObject({ status: 422, code: 'period-not-over' });
    await board.room.wait(24 * 93);
    expect((await board.publish(quarter, read)).status).toBe(201);
    const report = tablesOf(await board.preview(quarter));
    expect(cells(report.get('meetings-by-kind'))['Review board/emergency']).toEqual([1, 0, 0]);
    expect(report.get('meetings')!.rows.map((row) => row.cells)).toEqual([[2, 0, 0, 0, 0]]);
    expect((await board.read(`/${quarter}`)).text).not.toContain('Canaria');
  });
});

describe('what the database holds of a published report', () => {
  const code = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => (error as { code: string }).code,
    );

  it('is rewritten by nobody, and joined by nothing that is not on record', async () => {
    const app = await board.room.connect();
    const { owner } = board.room.redress.database;
    const id = randomUUID();
    const report = `INSERT INTO published.board_report SELECT $1, jurisdiction, jurisdiction_name, period, title, 9, correction,
      content_sha256, sources, published_at FROM published.board_report WHERE edition = 2`;
    const file = (sha: string) =>
      `INSERT INTO published.board_report_file SELECT id, 'html', 'x', ${sha} FROM published.board_report LIMIT 1`;
    const record = (edition: number, sha: string) =>
      code(
        app.query(
          `INSERT INTO redress.board_report SELECT jurisdiction_id, $1, period, $2, ${sha}, correction, published_by, published_at
        FROM redress.board_report WHERE edition = 2`,
          [id, edition],
        ),
      );
    expect(await code(app.query(`UPDATE published.board_report_file SET content = 'x'`))).toBe('42501');
    expect(await code(app.query(`UPDATE redress.board_report SET correction = 'x'`))).toBe('42501');
    expect(await code(owner.query(`UPDATE published.board_report_file SET content = 'x'`))).toBe('RD001');
    expect(await code(owner.query('DELETE FROM published.board_report'))).toBe('RD001');
    expect(await code(app.query(report, [id]))).toBe('RD003');
    expect(await code(app.query(file(`repeat('a', 64)`)))).toBe('23514');
    expect(await record(9, `repeat('a', 64)`)).toBe('RD003');
    expect(await record(3, 'content_sha256')).toBe('RD003');
    expect(await record(2, `repeat('a', 64)`)).toBe('23505');
    await app.end();
  });

  it('is there in all its forms or not at all, of what is released', async () => {
    const app = await board.room.connect();
    const inserted = (period: string, version: string): Promise<void> => inTransaction(app, period, version);
    await inserted('2015', '$.version');
    expect(await code(app.query('COMMIT'))).toBe('RD003');
    expect(await code(inserted('2014', '"8.8.8"'))).toBe('RD044');
    await app.query('ROLLBACK');
    expect((await board.read('/2015')).status).toBe(404);
    await app.end();
  });

  it('goes with its release also when it came out in the moment of the withdrawal', async () => {
    const app = await board.room.connect();
    await inTransaction(app, '2015', '$.version');
    await app.query(`INSERT INTO published.board_report_file SELECT mine.id, f.format, f.content, f.sha256
      FROM published.board_report mine, published.board_report r JOIN published.board_report_file f ON f.report_id = r.id
     WHERE mine.period = '2015' AND r.edition = 2`);
    const { rows } = await app.query<{ id: string }>(
      `SELECT id FROM redress.release ORDER BY published_at DESC LIMIT 1`,
    );
    const withdrawal = withdraw(rows[0]!.id);
    await board.room.untilSomebodyWaits();
    await app.query('COMMIT');
    await app.end();
    expect((await withdrawal).status).toBe(200);
    expect((await board.read('/2015')).body).toMatchObject({ status: 410, code: 'report-withdrawn' });
    expect((await board.read('/2016')).body).toMatchObject({ status: 410, code: 'report-withdrawn' });
    expect((await board.publish('2016', await hash('2016'), 'Two releases were withdrawn.')).status).toBe(201);
    expect((await board.read('/2016')).text).toContain('No data on use of force has been released here.');
  });

  /** A report of that period on record and in public, not committed; as edition 2 of 2016, of its sources or other versions. */
  async function inTransaction(app: pg.Client, period: string, version: string): Promise<void> {
    const id = randomUUID();
    await app.query('BEGIN');
    await app.query(
      `INSERT INTO redress.board_report SELECT jurisdiction_id, $1, $2, 1, content_sha256, NULL, published_by, published_at
        FROM redress.board_report WHERE edition = 2`,
      [id, period],
    );
    await app.query(
      `INSERT INTO published.board_report SELECT $1, jurisdiction, jurisdiction_name, $2, title, 1, NULL, content_sha256,
         (SELECT jsonb_agg(jsonb_set(s, '{version}', jsonb_path_query_first(s, $3::jsonpath))) FROM jsonb_array_elements(sources) s), published_at
         FROM published.board_report WHERE edition = 2`,
      [id, period, version],
    );
  }
});
