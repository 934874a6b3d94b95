import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let records: SignedIn;
let director: SignedIn;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  records = await redress.staff('records');
  director = await redress.staff('director');
});
afterAll(() => redress.stop());

const mine = '/api/v1/jurisdictions/riverton/my-complaint';
const screen = (complaintId: string, decision: object) =>
  cases.step(complaintId, 'screening', { reason: 'Not a police officer', ...decision });
const yearsOn = (day: string, years: number) =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace('-02-29', '-02-28');
const dueLongAgo = (complaintId: string) =>
  redress.database.owner.query(`UPDATE redress.complaint SET dispose_after = '2020-01-31' WHERE id = $1`, [
    complaintId,
  ]);

describe('a case that ends without a closing', () => {
  const endOf = async (complaintId: string) => (await cases.caseFile(complaintId)).closings.at(-1);
  const dayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());

  it('is kept by the class that the charter has for that end, from the day it was there', async () => {
    const [declined, referred, withdrawn] = [await cases.file(), await cases.file(), await cases.file()];
    created(await screen(declined.complaintId, { decision: 'decline' }));
    created(await screen(referred.complaintId, { decision: 'refer', referredTo: 'The Sheriff' }));
    expect((await redress.request('POST', `${mine}/withdraw`, { receipt: withdrawn.receiptCode })).status).toBeLessThan(
      300,
    );
    const today = dayIn('America/Chicago');
    for (const [{ complaintId }, endedAs, closedBy] of [
      [declined, 'declined', cases.supervisor.staffId],
      [referred, 'referred', cases.supervisor.staffId],
      [withdrawn, 'withdrawn', null],
    ] as const) {
      const disposeAfter = yearsOn(today, 5);
      expect(await endOf(complaintId)).toMatchObject({ endedAs, closedBy, reason: null, disposeAfter });
      expect(await cases.caseFile(complaintId)).toMatchObject({ retentionClass: 'not_sustained', disposeAfter });
    }
  });

  it('is reckoned with the day of the place: on either side of the date line it ends on another', async () => {
    const days: string[] = [];
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Chicago']) {
      await redress.database.owner.query('UPDATE redress.jurisdiction SET time_zone = $1', [timeZone]);
      const { complaintId } = await cases.file();
      created(await screen(complaintId, { decision: 'decline' }));
      const { disposeAfter } = await endOf(complaintId);
      expect(disposeAfter).toBe(yearsOn(dayIn(timeZone), 5));
      days.push(disposeAfter);
    }
    expect(days[0]).not.toBe(days[1]);
  });

  it('is open again, and kept for no time, when a second look accepts it; refused again, it is kept from then on', async () => {
    const [accepted, refused] = [await cases.file(), await cases.file()];
    const other = await redress.staff('supervisor');
    for (const { complaintId } of [accepted, refused]) {
      created(await screen(complaintId, { decision: 'decline' }));
      await dueLongAgo(complaintId);
      done(await cases.step(complaintId, 'appeals', { grounds: 'He is one.' }));
    }
    created(await cases.step(accepted.complaintId, 'screening/review', { decision: 'accept' }, other));
    created(await cases.step(refused.complaintId, 'screening/review', { decision: 'decline', reason: 'No' }, other));
    expect(await cases.caseFile(accepted.complaintId)).toMatchObject({ retentionClass: null, disposeAfter: null });
    const file = await cases.caseFile(refused.complaintId);
    expect(file.closings).toHaveLength(2);
    expect(file.disposeAfter).toBe(file.closings[1].disposeAfter);
    expect(file.disposeAfter > '2025').toBe(true);
  });

  it('is kept as its charter said, whatever the next one says', async () => {
    const former = await cases.file();
    const { closing } = genericCharter;
    const retentionClasses = closing.retentionClasses.map((each) => ({ ...each, years: each.years && each.years + 4 }));
    const document = { ...genericCharter, closing: { ...closing, retentionClasses } };
    const body = { effectiveFrom: '2020-01-01', document };
    created(await redress.request('POST', '/api/v1/charters', { as: director.token, body }));
    const later = await cases.file();
    for (const { complaintId } of [former, later]) created(await screen(complaintId, { decision: 'decline' }));
    const years = async ({ complaintId }: { complaintId: string }) =>
      Number((await endOf(complaintId)).disposeAfter.slice(0, 4)) - new Date().getUTCFullYear();
    expect([await years(former), await years(later)]).toEqual([5, 9]);
  });

  it('is disposed of when its time is over', async () => {
    const { complaintId } = await cases.file();
    created(await screen(complaintId, { decision: 'decline' }));
    expect((await redress.request('POST', '/api/v1/disposal-batches', { as: records.token })).body.code).toBe(
      'nothing-due',
    );
    await dueLongAgo(complaintId);
    const { batchId } = created(await redress.request('POST', '/api/v1/disposal-batches', { as: records.token }));
    const review = (as: SignedIn) =>
      redress.request('POST', `/api/v1/disposal-batches/${batchId}/reviews`, { as: as.token, body: { approve: true } });
    await review(records);
    expect((await review(director)).body).toMatchObject({ state: 'disposed', disposed: 1 });
    expect((await cases.step(complaintId, 'screening', { decision: 'accept' })).body.code).toBe('case-disposed');
  });
});

describe('POST …/close-as-duplicate', () => {
  const join = (complaintId: string, duplicateOf: string) =>
    cases.step(complaintId, 'close-as-duplicate', { duplicateOf, reason: 'Same stop, same officer' });

  it('links, closes and keeps in one step, and tells who holds the receipt without saying which case goes on', async () => {
    const [one, other] = [
      await cases.file({ allegations: ['discourtesy'], officerDescription: 'Tall' }),
      await cases.file(),
    ];
    created(
      await cases.step(one.complaintId, 'links', {
        linkedComplaintId: other.complaintId,
        kind: 'related',
        reason: 'x',
      }),
    );
    const { linkId } = created(await join(one.complaintId, other.complaintId));
    const file = await cases.caseFile(one.complaintId);
    expect(file).toMatchObject({ status: 'closed', retentionClass: 'not_sustained' });
    expect(file.closings).toMatchObject([{ reason: 'duplicate', endedAs: 'closed' }]);
    expect(file.links).toMatchObject([
      { kind: 'related', endedAt: expect.any(String) },
      { linkId, kind: 'duplicate', outgoing: true, endedAt: null },
    ]);
    expect(file.allegations[0].findings).toMatchObject([{ stage: 'final', finding: 'closed_without_finding' }]);
    expect(await cases.caseFile(other.complaintId)).toMatchObject({ status: 'filed' });
    const { body, text } = await redress.request('GET', mine, { receipt: one.receiptCode });
    expect(body).toMatchObject({ stage: 'Joined with another case', canWithdraw: false });
    expect(text).not.toContain(other.caseNumber);
    const { body: notes } = await redress.request('GET', `/api/v1/complaints/${one.complaintId}/texts`, {
      as: cases.supervisor.token,
    });
    expect(notes.notes.map(({ kind }: { kind: string }) => kind)).toEqual(['link', 'unlink', 'link']);
  });

  it('is refused into itself, into a case that was closed into this one, and once there are findings', async () => {
    const [one, two, three] = [await cases.file(), await cases.file(), await cases.file()];
    expect(faults(await join(one.complaintId, one.complaintId))).toEqual(['/duplicateOf same-case']);
    created(await join(one.complaintId, two.complaintId));
    created(await join(two.complaintId, three.complaintId));
    expect(faults(await join(three.complaintId, one.complaintId))).toEqual(['/duplicateOf closed-into-this']);
    const drafted = await cases.drafted();
    expect((await join(drafted.complaintId, three.complaintId)).body.code).toBe('status-forbids');
    expect((await cases.step(three.complaintId, 'close', { reason: 'duplicate' })).body.code).toBe('status-forbids');
  });

  it('closes one of two that are closed into each other at the same moment', async () => {
    const [one, other] = [await cases.file(), await cases.file()];
    const answers = await Promise.all([
      join(one.complaintId, other.complaintId),
      join(other.complaintId, one.complaintId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});
