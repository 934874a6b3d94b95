import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishedDatabase } from '../../src/platform/postgres/published-database.js';
import { inOneView } from '../../src/board-report/sources/published-view.js';
import { ReportMaterial } from '../../src/board-report/sources/report-material.js';
import { accessibilityViolations, chromiumPath } from '../support/accessibility.js';
import { CANARIES } from '../support/generated-complaints.js';
import { publishElsewhere } from '../support/published-elsewhere.js';
import { readCsv } from '../support/release-desk.js';
import { cells, distinct, type ReportedTable, tablesOf, where } from '../support/reported-tables.js';
import { ReportingBoard } from '../support/reporting-board.js';

let board: ReportingBoard;
beforeAll(async () => (board = await ReportingBoard.open()), 60_000);
afterAll(() => board.room.redress.stop());

describe('the figures of a report', () => {
  it('of complaints, findings, answers and discipline are those of the released file, counted apart', async () => {
    const report = tablesOf(await board.preview('2016'));
    const file = await board.rows(board.complaints);
    const year = where(file, { incident_period: '2016' });
    expect(year.length).toBeGreaterThan(30);
    expect(cells(report.get('complaints-by-time'))['2016']).toEqual([distinct(year, 'complaint'), year.length]);
    const findings = cells(report.get('findings'));
    for (const finding of ['sustained', 'unfounded'])
      expect(findings[finding]![0]).toBe(where(year, { finding }).length);
    expect(findings.none![0]).toBe(where(year, { finding: '' }).length);
    const kinds = report.get('allegations-by-kind')!;
    expect(kinds.rows.reduce((sum, { cells: [all] }) => sum + Number(all), 0)).toBe(year.length);
    const matrix = report.get('recommended-and-standing')!;
    for (const { code, cells: counts } of matrix.rows)
      for (const [at, { name }] of matrix.columns.entries())
        if (at > 0) expect(counts[at]).toBe(where(year, { recommended_finding: code, finding: name }).length);
    const discipline = cells(report.get('discipline-by-kind'));
    expect(Object.keys(discipline).length).toBeGreaterThan(1);
    for (const [code, counts] of Object.entries(discipline))
      expect(counts).toEqual([
        where(year, { discipline_recommended: code }).length,
        where(year, { discipline_imposed: code }).length,
      ]);
  });

  it('of force count an incident under each of its types', async () => {
    const report = tablesOf(await board.preview('2016'));
    const year = where(await board.rows(board.force), { incident_period: '2016' });
    for (const type of ['take_down', 'baton', 'canine']) {
      const own = year.filter((row) => row.force_types!.split('; ').includes(type));
      expect(cells(report.get('force-by-type'))[type]).toEqual([distinct(own, 'incident'), own.length]);
      expect(own.length).toBeGreaterThan(10);
    }
  });

  it('say which dataset and version they are of, of which months, and how much is suppressed', async () => {
    const { body } = await board.preview('2016');
    const { sections, sources } = body.content;
    const file = await board.room.redress.request('GET', board.desk.address(board.complaints));
    const release = sources.find(({ id }: { id: string }) => id === 'complaint-allegations');
    expect(release).toMatchObject({ version: board.complaints.version, sha256: file.body.releases[0].sha256 });
    const share = `${(100 * file.body.suppressed.shareOfUnits).toFixed(1)} %`;
    expect(share).not.toBe('0.0 %');
    const known = sources.map(({ id }: { id: string }) => id);
    for (const { tables: own } of sections)
      for (const table of own as ReportedTable[]) {
        expect(known).toEqual(expect.arrayContaining(table.sources));
        if (table.sources.includes('complaint-allegations')) expect(table.notes.join()).toContain(share);
      }
  });

  it('divide by what was told for the same months, and not at all by half of it', async () => {
    const report = tablesOf(await board.preview('2016'));
    const [complaints] = cells(report.get('complaints-by-time'))['2016']! as [number];
    const rates = cells(report.get('complaints-rates'));
    const arrests = 12 * 100 + 78;
    expect(rates['complaints/workforce']).toEqual([complaints, 400, Number(((100 * complaints) / 400).toFixed(4))]);
    expect(rates['complaints/arrests']).toEqual([
      complaints,
      arrests,
      Number(((1_000 * complaints) / arrests).toFixed(4)),
    ]);
    const missing = { missing: expect.stringContaining('9 of the 12 months') };
    expect(rates['complaints/stops']).toEqual([complaints, missing, missing]);
    const csv = readCsv((await board.preview('2016', 'csv')).text.replaceAll(/"[^"]*"/g, 'text'));
    const [rate] = where(csv, { table: 'complaints-rates', row: 'complaints/stops', column: 'rate' });
    expect(rate).toMatchObject({ value: '', status: 'missing', covers_from: '2016-01', covers_to: '2016-12' });
  });

  it('of a quarter are of the year around it, and the report says that they are', async () => {
    const { body } = await board.preview('2016-Q2');
    const [section] = body.content.sections;
    expect(section.lines.join()).toContain('January to December 2016, which is more than the report’s own period');
    expect(section.tables[0].rows.at(-1).code).toBe('2016');
  });
});

describe('what a report is made of', () => {
  const FORMS = ['html', 'pdf', 'csv', 'json'];
  const all = async (): Promise<string[]> =>
    Promise.all(FORMS.map(async (form) => (await board.preview('2016', form)).text));

  it('gives the same bytes again, later, and whatever has become of the cases since', async () => {
    const before = await all();
    await board.room.wait(30);
    await board.room.redress.database.owner.query(
      `UPDATE redress.complaint SET incident_on = '2016-01-01', district = '99'`,
    );
    expect(await all()).toEqual(before);
    expect(before.join()).toContain('Suppressed to protect people');
    for (const canary of Object.values(CANARIES)) expect(before.join()).not.toContain(canary);
  });

  it('is read while every case table is locked away', async () => {
    const client = await board.room.redress.database.owner.connect();
    const { rows } = await client.query<{ list: string }>(
      `SELECT string_agg(format('redress.%I', tablename), ', ') AS list FROM pg_tables WHERE schemaname = 'redress'`,
    );
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${rows[0]!.list} IN ACCESS EXCLUSIVE MODE NOWAIT`);
    const place = { slug: 'riverton', name: 'City of Riverton' };
    const material = await board.room.redress.app.get(ReportMaterial).read(place, '2016');
    await client.query('ROLLBACK');
    client.release();
    expect(material.complaints!.periods).toHaveLength(4);
  });

  it('cannot be a case: the role is refused every such table, and every write (planted)', async () => {
    const database = board.room.redress.app.get(PublishedDatabase);
    const planted = (text: string) => inOneView(database, (view) => view.query(text));
    await expect(planted('SELECT count(*) FROM redress.complaint')).rejects.toMatchObject({ code: '42501' });
    await expect(planted('SELECT count(*) FROM redress.use_of_force_report')).rejects.toMatchObject({ code: '42501' });
    await expect(planted('DELETE FROM published.release')).rejects.toMatchObject({ code: '25006' });
    expect(await planted('SELECT count(*) FROM published.release')).toHaveLength(1);
  });

  it('may be nothing: each section of a place without a release says so in a line', async () => {
    const { owner } = board.room.redress.database;
    await owner.query(
      `INSERT INTO published.charter SELECT gen_random_uuid(), 'lakeside', version, effective_from,
       jsonb_set(document, '{publication,fiscalYearStartMonth}', '7') FROM published.charter LIMIT 1`,
    );
    const place = { slug: 'lakeside', name: 'Lakeside' };
    const material = await board.room.redress.app.get(ReportMaterial).read(place, '2016');
    const { reportContentOf } = await import('../../src/board-report/rules/report-content-of.js');
    const { sections, dataAsOf } = reportContentOf(material);
    expect(sections.flatMap((section) => section.tables)).toEqual([]);
    expect(sections.map(({ lines }) => lines.length).every((lines) => lines > 0)).toBe(true);
    expect(dataAsOf).toBeNull();
    expect(material.period).toMatchObject({ from: '2015-07', to: '2016-06', title: 'Annual report, fiscal year 2016' });
  });

  it('is no secret of anybody’s, but is made by those who may', async () => {
    const { token } = await board.room.redress.staff('investigator');
    const ask = (path: string) => board.room.redress.request('GET', path, { as: token });
    expect((await ask('/api/v1/board-reports/2016/preview')).status).toBe(403);
    for (const period of ['16', '2016-Q9', '2016-01'])
      expect((await board.preview(period)).body.code).toBe('not-found');
    expect((await board.preview('2016', 'docx')).body.code).toBe('not-found');
  });
});

describe('what other features publish', () => {
  it('is told: recommendations with their answers, reporting with what is withheld in it', async () => {
    await publishElsewhere(board.room.redress.database.owner);
    const report = tablesOf(await board.preview('2016'));
    const answers = { accepted: [1], accepted_in_part: [0], rejected: [1], none: [0], open: [1] };
    expect(cells(report.get('policy-answers'))).toEqual(answers);
    const [first, , last] = report.get('policy-recommendations')!.rows;
    expect(first).toMatchObject({ label: '1. Cameras on, part 1', cells: [10] });
    expect(first!.note).toContain('answer: accepted; verified by the board: implemented');
    expect(last!.cells).toEqual([{ missing: 'not answered' }]);
    const suppressed = { missing: 'suppressed: too few reports' };
    expect(cells(report.get('department-reporting'))).toEqual({
      'Hill PD/2016': [40, 20, 0.9, 2, 12, 1],
      'Lake PD/2016': [suppressed, suppressed, suppressed, suppressed, 12, 0],
    });
    const page = (await board.preview('2016', 'html')).text;
    expect(page).toContain('the figures of 1 of 2 rows, since fewer than 11 reports');
    expect(page).not.toContain('canary in a step');
  });
});

describe('the page of a report', () => {
  it('is found from the home page, as meetings and recommendations are', async () => {
    const { text } = await board.room.redress.request('GET', '/');
    for (const page of ['reports', 'meetings', 'recommendations']) expect(text).toContain(`href="/${page}/riverton"`);
  });
  const browser = chromiumPath();
  if (!browser) console.warn('No Chromium here (CHROMIUM_PATH): the accessibility of reports is not checked.');
  (browser ? it : it.skip)(
    'and the list of reports have nothing that axe-core finds wrong, at 320 and 1280 px',
    async () => {
      const { body } = await board.preview('2016');
      expect((await board.publish('2016', body.contentSha256)).status).toBe(201);
      const base = await board.room.redress.app.listen(0, '127.0.0.1').then(() => board.room.redress.app.getUrl());
      const page = `${base}/reports/riverton`;
      expect(await accessibilityViolations(browser!, [`${page}/2016`], [320, 1280])).toEqual([]);
      expect(await accessibilityViolations(browser!, [page], [320])).toEqual([]);
    },
    120_000,
  );
});
