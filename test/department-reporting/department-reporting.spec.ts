import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EnactCharter } from '../../src/charter/index.js';
import { MeasureReports } from '../../src/department-reporting/actions/measure-reports.js';
import { accessibilityViolations, chromiumPath } from '../support/accessibility.js';
import { recordWith } from '../use-of-force-report/profiles/profile-cases.js';
import { FAULTY_ROWS, plantRow } from './plant-row.js';
import { leastK, ReportingDesk } from './reporting-desk.js';

const PATH = '/api/v1/use-of-force-reports';
let desk: ReportingDesk;
let city: { id: string; key: string };
let hill: { id: string; key: string };
let lake: { id: string; key: string };
beforeAll(async () => {
  desk = await ReportingDesk.open();
  ({ city, hill, lake } = await desk.cast());
});
afterAll(() => desk.redress.stop());

describe('how departments report', () => {
  it('is told of months and years that are over, and few reports are withheld and said to be', async () => {
    expect((await desk.ask()).body.items).toEqual([]);
    expect(await desk.count()).toEqual({ rows: 18, replaced: true });
    expect(await desk.reportsTold('Riverton PD')).toEqual([
      ['2025', null],
      ['2025-10', 14],
      ['2025-11', 6],
      ['2025-12', null],
      ['2026-01', 7],
      ['2026-02', 0],
    ]);
    const [year, october, , december, , february] = await desk.told('Riverton PD');
    expect(year).toMatchObject({ withheld: ['reports'], answers: null, programmes: [], k: 5, asOf: '2026-03-15' });
    expect(december).toMatchObject({ withheld: ['reports'], medianDays: null, missing: 0 });
    expect(february).toMatchObject({ withheld: [], answers: null, asked: 1, missing: 1, zero: 0 });
    expect(october).toMatchObject({ late: 6, withheld: [], asked: 1, missing: 0, zero: 0 });
    const [hilltop] = await desk.told('Hilltop PD');
    expect(hilltop).toMatchObject({ period: '2025', reports: 16, asked: 3, missing: 0 });
    expect(await desk.told('=Lake & Sons <PD>', '&grain=year')).toMatchObject([
      { reports: 0, asked: 3, zero: 2, missing: 1 },
    ]);
  });

  it('agrees with a count by another way: of answers by SQL from what was sent, of days by hand', async () => {
    const { rows } = await desk.redress.database.owner.query<Record<string, number>>(
      `WITH part AS (
         SELECT r.original::jsonb - '{reportNumber,incidentNumber,subjects,officers,force}'::text[] AS told FROM redress.use_of_force_report r
          WHERE r.department_id = $1 AND to_char(r.occurred_on, 'YYYY-MM') = '2025-10'
         UNION ALL SELECT item - '{officer,subject}'::text[] FROM redress.use_of_force_report r,
           jsonb_array_elements((r.original -> 'subjects')::jsonb || (r.original -> 'officers')::jsonb || (r.original -> 'force')::jsonb) AS item
          WHERE r.department_id = $1 AND to_char(r.occurred_on, 'YYYY-MM') = '2025-10')
       SELECT count(*) FILTER (WHERE jsonb_typeof(value) NOT IN ('null', 'object'))::int AS answered,
              count(*) FILTER (WHERE value ->> 'state' = 'pending')::int AS pending,
              count(*) FILTER (WHERE value ->> 'state' = 'unknown_final')::int AS unknown
         FROM part, jsonb_each(told)`,
      [city.id],
    );
    const { answered = 0, pending = 0, unknown = 0 } = rows[0]!;
    expect([pending, unknown]).toEqual([6, 6]);
    const share = (count: number) => Math.round((1000 * count) / (answered + pending + unknown)) / 10;
    const [october] = await desk.told('Riverton PD', '&from=2025-10&to=2025-10');
    // Eight were told on 2 November of the days from the first on, six on 15 March: 25 … 32 and 160 … 165 days.
    const days = [25, 26, 27, 28, 29, 30, 31, 32, 160, 161, 162, 163, 164, 165];
    expect(october).toMatchObject({
      answers: { answered: share(answered), pending: share(pending), unknownFinal: share(unknown), notApplicable: 0 },
      medianDays: days[6],
      p90Days: days[12],
    });
  });

  it('says for each programme what it says of the reports, whole or not at all', async () => {
    const [, october] = await desk.told('Riverton PD');
    const of = (profile: string, complete: number, incomplete: number, notReportable: number) => ({
      ...{ profile, complete, incomplete, notReportable },
      notBound: 0,
    });
    expect(october!['programmes']).toEqual([of('fbi', 0, 0, 14), of('local-all-force', 0, 14, 0)]);
    const { key } = await desk.department('Mill PD');
    const { reportNumber: _, occurredOn: __, ...told } = recordWith({ '/agencyOri': 'NJ0010100' }).report;
    for (const month of ['2025-10', '2025-11']) await desk.report(key, month, 6);
    await desk.report(key, '2025-10', 1, told);
    await desk.report(key, '2025-11', 5, told);
    await desk.count();
    const mill = await desk.told('Mill PD');
    expect(mill.map(({ period, reports, withheld }) => [period, reports, withheld])).toEqual([
      ['2025', 18, ['programmes.fbi', 'programmes.local-all-force']],
      ['2025-10', 7, ['programmes.fbi', 'programmes.local-all-force']],
      ['2025-11', 11, []],
      ['2025-12', 0, []],
      ['2026-01', 0, []],
      ['2026-02', 0, []],
    ]);
    expect(mill[2]!['programmes']).toEqual([of('fbi', 5, 0, 6), of('local-all-force', 5, 6, 0)]);
  });

  it('stands in the CSV as in the JSON, and no name is a formula there', async () => {
    const { text, headers } = await desk.ask('?from=2025-10&to=2025-11&grain=month', '.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.split('\n');
    expect(lines[0]).toBe(
      'department,grain,period,asked,zero,missing,reports,late,answered,pending,unknownFinal,notApplicable,medianDays,p90Days,' +
        'fbi.complete,fbi.incomplete,fbi.notReportable,fbi.notBound,' +
        'local-all-force.complete,local-all-force.incomplete,local-all-force.notReportable,local-all-force.notBound,withheld,k,asOf',
    );
    expect(lines[1]).toBe("'=Lake & Sons <PD>,month,2025-10,1,1,0,0,0,,,,,,,,,,,,,,,,5,2026-03-15");
    expect(lines).toContain('Hilltop PD,month,2025-11,1,0,0,,,,,,,,,,,,,,,,,reports,5,2026-03-15');
    expect((await desk.ask('?from=2025-13')).status).toBe(422);
  });
});

describe('the snapshot', () => {
  const moved = async () => (await desk.reportsTold('Riverton PD'))[4];

  it('stands until k reports of the department have changed: one that comes in shows nowhere', async () => {
    expect(await desk.count()).toMatchObject({ replaced: false });
    desk.on('2026-03-16');
    await desk.report(city.key, '2026-01', 4);
    const before = (await desk.ask()).text;
    expect(await desk.count()).toMatchObject({ replaced: false });
    expect((await desk.ask()).text).toBe(before);
    await desk.report(city.key, '2026-01', 1);
    expect(await desk.count()).toMatchObject({ replaced: true });
    expect(await moved()).toEqual(['2026-01', 12]);
    expect((await desk.told('Riverton PD'))[0]!['asOf']).toBe('2026-03-16');
    expect((await desk.told('Hilltop PD'))[0]!['asOf']).toBe('2026-03-16');
  });

  it('says at once what is no longer missing', async () => {
    await desk.redress.request('PUT', `${PATH}/zero/2025-12`, { as: lake.key });
    await desk.count();
    expect((await desk.told('=Lake & Sons <PD>'))[3]).toMatchObject({ period: '2025-12', zero: 1, missing: 0 });
  });

  it('is counted once where two count at once, and recorded', async () => {
    await desk.report(city.key, '2026-01', 5);
    const both = await Promise.all([desk.count(), desk.count()]);
    expect(both.map(({ replaced }) => replaced).sort()).toEqual([false, true]);
    const { rows } = await desk.redress.database.owner.query(
      `SELECT DISTINCT action, actor_kind FROM redress.history_event WHERE subject_kind = 'department-reporting'`,
    );
    expect(rows).toEqual([{ action: 'department-reporting.publish', actor_kind: 'system' }]);
  });

  it('holds a report to the programmes once a telling, and all of them when the rules change', async () => {
    const measure = () => desk.redress.app.get(MeasureReports).run(desk.redress.jurisdiction.id);
    await desk.report(hill.key, '2026-03', 2);
    expect([await measure(), await measure()]).toEqual([2, 0]);
    await desk.redress.app.get(EnactCharter).run(desk.redress.system, {
      effectiveFrom: '2026-03-17',
      document: { ...leastK, forceProfiles: leastK.forceProfiles.slice(0, 1) },
    });
    desk.on('2026-03-18');
    const { rows } = await desk.redress.database.owner.query('SELECT count(*)::int FROM redress.use_of_force_report');
    expect([await measure(), await measure()]).toEqual([rows[0].count, 0]);
  });

  it.each(FAULTY_ROWS)('takes, by direct SQL, %s from nobody', async (_, planted, constraint) => {
    const february = `period = '2026-02' AND department = 'Riverton PD'`;
    await expect(plantRow(desk.redress, planted, february)).rejects.toThrow(constraint);
  });

  it('takes no total that gives a month away, and is not rewritten (planted)', async () => {
    const ofYear = `period = '2025' AND department = 'Riverton PD'`;
    await expect(plantRow(desk.redress, 'reports = 23', ofYear)).rejects.toMatchObject({ code: 'RD035' });
    const ofHill = `period = '2025' AND department = 'Hilltop PD'`;
    await expect(plantRow(desk.redress, 'reports = 16', ofHill)).resolves.toBeUndefined();
    await expect(plantRow(desk.redress, 'reports = 10', ofHill)).rejects.toMatchObject({ code: 'RD035' });
    await expect(plantRow(desk.redress, 'reports = 16, late = 5', ofHill)).rejects.toMatchObject({ code: 'RD035' });
    const rewriting = desk.redress.database.owner.query(`UPDATE published.department_reporting SET missing = 0`);
    await expect(rewriting).rejects.toThrow('append-only');
  });
});

describe('the pages of it', () => {
  const HOME = '/department-reporting/riverton';
  const get = (path: string) => desk.redress.request('GET', path);

  it('show a period, or a department through time, with the figures of the picture in a table', async () => {
    const { text, status } = await get(HOME);
    expect(status).toBe(200);
    expect(text).toContain('How departments report their uses of force: City of Riverton, 2025');
    expect(text).toContain('=Lake &amp; Sons &lt;PD&gt;');
    expect(text).not.toContain('<PD>');
    expect(text).toMatch(/Riverton PD<\/a>\s*<\/th>\s*<td class="number">withheld<\/td>/);
    const department = await get(`${HOME}?department=Hilltop%20PD`);
    expect(department.text).toMatch(/2025<\/a>\s*<\/th>\s*<td class="number">16<\/td>/);
    expect((await get('/')).text).toContain(`href="${HOME}"`);
    expect((await get(`${HOME}?lang=es`)).text).toContain('Cómo informan los departamentos del uso de la fuerza');
    for (const nothing of ['/department-reporting/elsewhere', `${HOME}?period=1999`, `${HOME}?department=Nobody`])
      expect((await get(nothing)).status).toBe(404);
    expect((await get(`${HOME}?period=soon`)).status).toBe(422);
  });

  const browser = chromiumPath();
  if (!browser) console.warn('No Chromium here (CHROMIUM_PATH): the accessibility of reporting pages is not checked.');
  (browser ? it : it.skip)('are such that axe-core finds nothing wrong in Chromium', async () => {
    const base = await desk.redress.app.listen(0, '127.0.0.1').then(() => desk.redress.app.getUrl());
    expect(await accessibilityViolations(browser!, [`${base}${HOME}`])).toEqual([]);
  });
});
