import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseBuilder, created, done } from '../complaint/case-builder.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { sampleReport } from '../use-of-force-report/sample-report.js';

const REPORTS = '/api/v1/use-of-force-reports';
const REFERRALS = '/api/v1/use-of-force-referrals';
const REASONS = 'The camera of officer Doe shows a second blow.';
let redress: TestApp;
let cases: CaseBuilder;
let department: { id: string; key: string };
let clerk: SignedIn;
let director: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  department = await redress.department('Riverton PD');
  clerk = await redress.staff('clerk');
  director = await redress.staff('director');
});
afterAll(() => redress.stop());

const as = (who: SignedIn, method: 'GET' | 'POST', url: string, body?: object): Promise<Answer> =>
  redress.request(method, url, { as: who.token, ...(body ? { body } : {}) });

async function submitted(number: string): Promise<string> {
  const headers = { 'idempotency-key': `key-of-${number}` };
  return created(await redress.request('POST', REPORTS, { as: department.key, body: sampleReport(number), headers }))
    .id;
}

async function referred(
  number: string,
  referTo: 'board' | 'complaint',
): Promise<{ reportId: string; referralId: string }> {
  const reportId = await submitted(number);
  const decision = { decision: 'refer', referTo, findings: ['violation'], reasons: REASONS };
  const { status, body } = await as(cases.supervisor, 'POST', `${REPORTS}/${reportId}/review`, decision);
  expect([status, body.status]).toEqual([200, 'accepted']);
  return { reportId, referralId: body.referralId };
}

describe('a report that was referred into a complaint', () => {
  it('opens a case of the agency’s own, once, linked both ways', async () => {
    const { reportId, referralId } = await referred('F-1', 'complaint');
    const { body: open } = await as(cases.supervisor, 'GET', REFERRALS);
    expect(open.referrals).toContainEqual(
      expect.objectContaining({ id: referralId, referTo: 'complaint', reportNumber: 'F-1', findings: ['violation'] }),
    );
    const opened = await Promise.all(
      [1, 2].map(() =>
        as(cases.supervisor, 'POST', `${REFERRALS}/${referralId}/complaint`, { allegations: ['unreasonable_force'] }),
      ),
    );
    expect(opened.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { complaintId, caseNumber } = opened.find(({ status }) => status === 201)!.body;
    const file = await cases.caseFile(complaintId);
    expect(file).toMatchObject({ channel: 'force_notification', caseNumber, anonymous: false, status: 'filed' });
    expect(file.allegations).toMatchObject([{ category: 'unreasonable_force' }]);
    const fromCase = await as(cases.supervisor, 'GET', `/api/v1/complaints/${complaintId}/use-of-force-reports`);
    expect(fromCase.body.links).toMatchObject([{ reportId, reportNumber: 'F-1', reason: REASONS, endedAt: null }]);
    const fromReport = await as(cases.supervisor, 'GET', `${REPORTS}/${reportId}/complaints`);
    expect(fromReport.body.links).toMatchObject([{ complaintId, caseNumber }]);
    expect((await as(cases.supervisor, 'GET', REFERRALS)).text).not.toContain(referralId);
    expect(await cases.actions(complaintId)).toContain('complaint.open-on-report');
    const { rows } = await redress.database.owner.query(
      `SELECT (SELECT count(*)::int FROM redress.complaint WHERE channel = 'force_notification') AS cases,
              (SELECT count(*)::int FROM redress.use_of_force_link WHERE report_id = $1) AS links,
              (SELECT count(*)::int FROM redress.use_of_force_link WHERE position('Doe'::bytea IN reason_cipher) > 0) AS open`,
      [reportId],
    );
    expect(rows).toEqual([{ cases: 1, links: 1, open: 0 }]);
  });

  it('leaves no trace of the case to who is recused from it, by any address or by SQL', async () => {
    const { reportId, referralId } = await referred('F-2', 'complaint');
    const { complaintId, caseNumber } = created(
      await as(cases.supervisor, 'POST', `${REFERRALS}/${referralId}/complaint`, {}),
    );
    const pages = [
      `${REPORTS}/${reportId}`,
      `${REPORTS}/${reportId}/complaints`,
      `/api/v1/complaints/${complaintId}/use-of-force-reports`,
    ];
    const before = await Promise.all(pages.map((page) => as(director, 'GET', page)));
    expect(before[0]!.body.reviews).toMatchObject([{ decision: 'refer', referredTo: 'complaint' }]);
    expect(before[1]!.text).toContain(caseNumber);
    const recusal = { staffId: director.staffId, reason: 'relation_to_party' };
    created(await cases.step(complaintId, 'recusals', recusal));
    const [report, links, ofCase] = await Promise.all(pages.map((page) => as(director, 'GET', page)));
    expect([report!.body.reviews, links!.body.links, ofCase!.status]).toEqual([[], [], 404]);
    expect(`${report!.text}${links!.text}`).not.toMatch(new RegExp(`${caseNumber}|${complaintId}|refer`));
    expect((await as(cases.supervisor, 'GET', pages[0]!)).body.reviews).toHaveLength(1);
  });

  it('is not put on an agenda, nor the other way round; a person without the right does neither', async () => {
    const { referralId } = await referred('F-3', 'complaint');
    const auditor = await redress.staff('auditor');
    expect((await as(auditor, 'POST', `${REFERRALS}/${referralId}/complaint`, {})).status).toBe(403);
    const board = await referred('F-4', 'board');
    const wrong = await as(cases.supervisor, 'POST', `${REFERRALS}/${board.referralId}/complaint`, {});
    expect([wrong.status, wrong.body.code]).toEqual([409, 'referral-elsewhere']);
    const charter = await as(cases.supervisor, 'POST', `${REFERRALS}/${referralId}/complaint`, {
      allegations: ['nonsense'],
    });
    expect([charter.status, charter.body.errors[0].path]).toEqual([422, '/allegations/0']);
    expect((await as(cases.supervisor, 'GET', REFERRALS)).text).toContain(referralId);
  });
});

describe('a report that was referred to the board', () => {
  it('is put on an agenda by the clerk, once', async () => {
    const { referralId } = await referred('F-5', 'board');
    const { id: boardId } = created(await as(clerk, 'POST', '/api/v1/boards', { name: 'Review board' }));
    const meeting = { boardId, kind: 'special', startsAt: new Date(Date.now() + 9 * 86_400_000).toISOString() };
    const { id: meetingId } = created(await as(clerk, 'POST', '/api/v1/meetings', meeting));
    const place = { meetingId, title: 'Use of force: review of a report', closed: false };
    const added = created(await as(clerk, 'POST', `${REFERRALS}/${referralId}/agenda-item`, place));
    expect(added.position).toBe(1);
    const again = await as(clerk, 'POST', `${REFERRALS}/${referralId}/agenda-item`, place);
    expect([again.status, again.body.code]).toEqual([409, 'taken-up-already']);
    const { rows } = await redress.database.owner.query(
      `SELECT (SELECT count(*)::int FROM redress.agenda_item WHERE meeting_id = $1) AS items,
              (SELECT agenda_item_id FROM redress.use_of_force_referral WHERE id = $2) AS item`,
      [meetingId, referralId],
    );
    expect(rows).toEqual([{ items: 1, item: added.id }]);
  });
});

describe('a link between a case and a report', () => {
  it('is made by who works the case, with a reason, stands once, and is ended', async () => {
    const { complaintId } = await cases.investigated();
    const reportId = await submitted('L-1');
    const page = `/api/v1/complaints/${complaintId}/use-of-force-reports`;
    const link = { reportId, reason: 'The same evening, the same corner.' };
    const { linkId } = created(await as(cases.investigator, 'POST', page, link));
    expect((await as(cases.supervisor, 'POST', page, link)).body.code).toBe('linked-already');
    const nowhere = await as(cases.supervisor, 'POST', page, { ...link, reportId: complaintId });
    expect([nowhere.status, nowhere.body.errors[0].code]).toEqual([422, 'no-such-report']);
    const stranger = await redress.staff('investigator');
    expect((await as(stranger, 'POST', page, link)).status).not.toBe(201);
    expect((await as(stranger, 'GET', page)).text).not.toContain(reportId);
    done(await as(cases.investigator, 'POST', `${page}/${linkId}/end`));
    expect((await as(cases.investigator, 'POST', `${page}/${linkId}/end`)).status).toBe(404);
    expect((await as(cases.supervisor, 'GET', `${REPORTS}/${reportId}/complaints`)).body.links).toEqual([]);
    expect((await as(cases.supervisor, 'GET', page)).body.links).toMatchObject([
      { linkId, reason: link.reason, endedAt: expect.any(String) },
    ]);
    created(await as(cases.supervisor, 'POST', page, link));
    expect(await cases.actions(complaintId)).toEqual(
      expect.arrayContaining(['complaint.link-report', 'complaint.unlink-report']),
    );
  });
});
