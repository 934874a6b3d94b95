import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EnactCharter, genericCharter } from '../../src/charter/index.js';
import { Clock } from '../../src/platform/clock.js';
import { RemindReporters, type ReportDraft } from '../../src/use-of-force-report/index.js';
import { type Answer, TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
const pending = { state: 'pending' } as const;
let redress: TestApp;
let city: { id: string; key: string };
let county: { id: string; key: string };
let auditor: string;
let firstId: string;
beforeAll(async () => {
  redress = await TestApp.start();
  [city, county] = [await redress.department('Riverton PD'), await redress.department('Atlantic Sheriff')];
  auditor = (await redress.staff('auditor')).token;
  on('2026-03-16');
  firstId = (await submit(city.key, first())).body.id;
  on('2026-03-20');
  const officers = [{ badgeNumber: '77', age: pending }, { rank: 'Officer' }];
  const second = sampleReport('P-2', { officers, weather: { state: 'unknown_final' } });
  expect((await submit(city.key, second)).status).toBe(201);
  expect((await submit(county.key, sampleReport('S-1', { county: pending }))).status).toBe(201);
});
afterAll(() => redress.stop());

const on = (day: string): void => {
  redress.app.get(Clock).now = () => new Date(`${day}T15:00:00Z`);
};
const submit = (as: string, body: ReportDraft): Promise<Answer> =>
  redress.request('POST', PATH, { as, body, headers: { 'idempotency-key': `key-of-${body.reportNumber}` } });

/** The first report with its two pending answers, and what else is told of it. */
function first(over: Partial<ReportDraft> = {}, age: unknown = pending): ReportDraft {
  const [person, animal] = sampleReport().subjects;
  return sampleReport('P-1', { ambush: pending, subjects: [{ ...person!, age: age as number }, animal!], ...over });
}

async function amend(version: number, report: ReportDraft): Promise<void> {
  const headers = { 'if-match': `"${version}"` };
  const body = { kind: 'correct', reason: 'Looked up.', report };
  const { status } = await redress.request('POST', `${PATH}/mine/${firstId}/amendments`, {
    as: city.key,
    body,
    headers,
  });
  expect(status).toBe(200);
}

const ask = (as: string, query = ''): Promise<Answer> =>
  redress.request('GET', `${PATH}/pending-answers${query}`, { as });
const told = ({ body }: Answer): string[] =>
  body.answers.map(({ reportNumber, path, ageDays }: Record<'reportNumber' | 'path' | 'ageDays', string>) =>
    [reportNumber, path, ageDays].join(' '),
  );

describe('answers that are pending', () => {
  it('are listed with their age, the oldest first, page by page without losing or doubling any', async () => {
    on('2026-03-30');
    const all = ['P-1 /ambush 14', 'P-1 /subjects/0/age 14', 'P-2 /officers/0/age 10'];
    expect(told(await ask(city.key))).toEqual(all);
    const pages: string[] = [];
    let after = '';
    do {
      const page = await ask(city.key, `?limit=1${after}`);
      pages.push(...told(page));
      after = page.body.next === null ? '' : `&after=${encodeURIComponent(page.body.next)}`;
    } while (after !== '');
    expect(pages).toEqual(all);
    expect((await ask(city.key, '?after=elsewhere')).body.code).toBe('bad-cursor');
    const last = (await ask(city.key, '?limit=1')).body.next as string;
    expect((await ask(city.key, `?after=${last.replace('2026-03-16', '2026-99-99')}`)).status).toBe(400);
  });

  it('are a department’s own for its key, and everybody’s for the oversight staff, or those that they ask for', async () => {
    expect(told(await ask(county.key))).toEqual(['S-1 /county 10']);
    expect(told(await ask(county.key, `?departmentId=${city.id}`))).toEqual(['S-1 /county 10']);
    expect(told(await ask(auditor))).toHaveLength(4);
    expect(told(await ask(auditor, `?departmentId=${county.id}`))).toEqual(['S-1 /county 10']);
    expect((await ask((await redress.staff('intake')).token)).status).toBe(403);
  });

  it('are looked for by the element, by the programme that asks for it, and by how long they are pending', async () => {
    expect(told(await ask(auditor, '?element=age'))).toEqual(['P-1 /subjects/0/age 14', 'P-2 /officers/0/age 10']);
    expect(told(await ask(auditor, '?leastDays=11'))).toEqual(['P-1 /ambush 14', 'P-1 /subjects/0/age 14']);
    const { body } = await ask(auditor);
    const asking = new Map(
      body.answers.map(({ path, profiles }: { path: string; profiles: string[] }) => [path, profiles]),
    );
    expect([asking.get('/subjects/0/age'), asking.get('/ambush')]).toEqual([['fbi', 'local-all-force'], ['fbi']]);
    const ofLocal = told(await ask(auditor, '?profile=local-all-force'));
    expect(ofLocal).toContain('P-1 /subjects/0/age 14');
    expect(ofLocal).not.toContain('P-1 /ambush 14');
    expect(told(await ask(auditor, '?profile=california'))).toEqual([]);
  });

  it('grow no younger by what else is amended, and begin anew when they were told in between', async () => {
    on('2026-03-31');
    await amend(1, first({ county: 'Camden' }));
    expect(told(await ask(city.key)).slice(0, 2)).toEqual(['P-1 /ambush 15', 'P-1 /subjects/0/age 15']);
    await amend(2, first({ county: 'Camden' }, 31));
    expect(told(await ask(city.key))).toEqual(['P-1 /ambush 15', 'P-2 /officers/0/age 11']);
    await amend(3, first({ county: 'Camden' }));
    expect(told(await ask(city.key))[2]).toBe('P-1 /subjects/0/age 0');
  });
});

describe('the reminder of them', () => {
  const remind = async () => (await redress.app.get(RemindReporters).run(redress.jurisdiction.id)).notices;
  const inbox = async (as: string) =>
    (await redress.request('GET', `${PATH}/inbox`, { as })).body.notices
      .filter(({ kind }: { kind: string }) => kind === 'answers-pending')
      .map(({ reportNumber, dueOn }: { reportNumber: string; dueOn: string }) => [reportNumber, dueOn]);

  it('comes when they are older than the charter says, once a report, to the department alone', async () => {
    on('2026-04-15');
    await remind();
    expect(await inbox(city.key)).toEqual([]);
    on('2026-04-16');
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    expect(await inbox(city.key)).toEqual([['P-1', '2026-04-15']]);
    expect(await inbox(county.key)).toEqual([]);
  });

  it('stands until the last of them is told, and comes again for what is told as pending later', async () => {
    await amend(4, first({ county: 'Camden', ambush: false }));
    expect(await inbox(city.key)).toEqual([['P-1', '2026-04-15']]);
    await amend(5, first({ county: 'Camden', ambush: false }, 31));
    expect(await inbox(city.key)).toEqual([]);
    const { rows } = await redress.database.owner.query(
      `SELECT kind, cleared_at IS NOT NULL AS cleared FROM redress.department_notice WHERE report_id = $1`,
      [firstId],
    );
    expect(rows).toEqual([{ kind: 'answers-pending', cleared: true }]);
    await amend(6, first({ county: 'Camden', ambush: pending }, 31));
    on('2026-05-20');
    await remind();
    expect((await inbox(city.key)).sort()).toEqual([
      ['P-1', '2026-05-16'],
      ['P-2', '2026-04-19'],
    ]);
  });

  it('goes when the report is taken back', async () => {
    const body = { kind: 'withdraw', reason: 'Told twice.' };
    await redress.request('POST', `${PATH}/mine/${firstId}/amendments`, {
      as: city.key,
      body,
      headers: { 'if-match': '"7"' },
    });
    expect(await inbox(city.key)).toEqual([['P-2', '2026-04-19']]);
    expect(told(await ask(city.key)).filter((line) => line.startsWith('P-1'))).toEqual([]);
  });

  it('is the charter’s: where it says null nobody is reminded, and no days at all are refused', async () => {
    const enact = (effectiveFrom: string, days: number | null) =>
      redress.app.get(EnactCharter).run(redress.system, {
        effectiveFrom,
        document: {
          ...genericCharter,
          forceReporting: { ...genericCharter.forceReporting, remindOfPendingAfterDays: days },
        },
      });
    await expect(enact('2026-05-21', 0)).rejects.toThrow('remindOfPendingAfterDays');
    await enact('2026-06-01', null);
    on('2026-06-10');
    expect((await inbox(county.key)).length).toBe(1);
    await submit(county.key, sampleReport('S-2', { county: pending }));
    on('2026-08-30');
    await remind();
    expect((await inbox(county.key)).length).toBe(1);
  });

  it('is of a month or of a report, by direct SQL either', async () => {
    const attempt = redress.database.owner.query('UPDATE redress.department_notice SET report_id = NULL');
    await expect(attempt).rejects.toThrow(/notice_is_of_its_kind/);
  });
});
