import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const declined = { decision: 'decline', reason: 'It happened nine years ago.', reasonCode: 'too_late' };
const mine = '/api/v1/jurisdictions/riverton/my-complaint';

describe('the tests at the door', () => {
  it('are kept with the decision, each with its answer', async () => {
    const { complaintId } = await cases.file();
    const tests = [
      { test: 'sworn', answer: 'yes' },
      { test: 'within_limit', answer: 'unknown' },
    ];
    created(await cases.step(complaintId, 'screening', { decision: 'accept', tests }));
    const { screenings } = await cases.caseFile(complaintId);
    expect(screenings).toMatchObject([{ decision: 'accept', overridden: false, tests, appeal: null }]);
  });

  it('stand against accepting when one says no, unless a supervisor overrides it with a reason', async () => {
    const { complaintId } = await cases.file();
    const against = { decision: 'accept', tests: [{ test: 'within_limit', answer: 'no' }] };
    expect(faults(await cases.step(complaintId, 'screening', against))).toEqual(['/decision test-failed']);
    const overriding = { ...against, override: true, reason: 'The limit is tolled for minors.' };
    const refused = await cases.step(complaintId, 'screening', overriding, await redress.staff('intake'));
    expect([refused.status, refused.body.code]).toEqual([403, 'override-not-yours']);
    expect((await cases.caseFile(complaintId)).screenings).toEqual([]);
    created(await cases.step(complaintId, 'screening', overriding));
    expect((await cases.caseFile(complaintId)).screenings).toMatchObject([{ overridden: true }]);
  });
});

describe('the appeal of a refusal', () => {
  it('is told of by the receipt, is filed by it, and leads to a decision of somebody else that supersedes', async () => {
    const { complaintId, receiptCode } = await cases.file();
    created(await cases.step(complaintId, 'screening', declined));
    const { body: before } = await redress.request('GET', mine, { receipt: receiptCode });
    expect(before).toMatchObject({ stage: 'Not taken on', appealUntil: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) });
    const early = await cases.step(complaintId, 'screening/review', { decision: 'accept' });
    expect([early.status, early.body.code]).toEqual([409, 'no-appeal']);
    const grounds = { grounds: 'I was sixteen then.' };
    done(await redress.request('POST', `${mine}/appeal`, { receipt: receiptCode, body: grounds }));
    expect((await redress.request('GET', mine, { receipt: receiptCode })).body.appealUntil).toBeNull();
    const again = await redress.request('POST', `${mine}/appeal`, { receipt: receiptCode, body: grounds });
    expect([again.status, again.body.code]).toEqual([409, 'appealed-already']);
    const own = await cases.step(complaintId, 'screening/review', { decision: 'accept' });
    expect([own.status, own.body.code]).toEqual([403, 'own-decision']);
    const other = await redress.staff('supervisor');
    created(await cases.step(complaintId, 'screening/review', { decision: 'accept' }, other));
    const file = await cases.caseFile(complaintId);
    expect(file).toMatchObject({ status: 'accepted', screening: { decision: 'accept', decidedBy: other.staffId } });
    expect(file.screenings).toMatchObject([
      { decision: 'decline', reasonCode: 'too_late', appeal: { takenBy: null }, supersedes: null },
      { decision: 'accept', supersedes: file.screenings[0].screeningId },
    ]);
    // The person themselves leave no finer time than the hour.
    expect(file.screenings[0].appeal.filedAt).toMatch(/:00:00(\.0+)?(Z|\+00:00)$/);
  });

  it('may be upheld, and the new refusal appealed in its turn; of two second looks at once one is told no', async () => {
    const { complaintId } = await cases.file();
    created(await cases.step(complaintId, 'screening', declined));
    done(await cases.step(complaintId, 'appeals', { grounds: 'On the telephone.' }));
    const others = [await redress.staff('supervisor'), await redress.staff('supervisor')];
    const answers = await Promise.all(others.map((as) => cases.step(complaintId, 'screening/review', declined, as)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    done(await cases.step(complaintId, 'appeals', { grounds: 'Still.' }));
    const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/identity`, {
      as: cases.supervisor.token,
    });
    expect(body.notes.map((note: { text: string }) => note.text)).toEqual([
      ...[declined.reason, 'On the telephone.', declined.reason, 'Still.'],
    ]);
    expect((await cases.caseFile(complaintId)).screenings).toHaveLength(2);
  });

  it('ends with its last day', async () => {
    const { complaintId } = await cases.file();
    created(await cases.step(complaintId, 'screening', declined));
    await redress.database.owner.query('ALTER TABLE redress.screening DISABLE TRIGGER USER');
    const late = `UPDATE redress.screening SET appeal_until = current_date - 2 WHERE complaint_id = $1`;
    await redress.database.owner.query(late, [complaintId]);
    const answer = await cases.step(complaintId, 'appeals', { grounds: 'Late.' });
    expect([answer.status, answer.body.code]).toEqual([409, 'appeal-too-late']);
  });
});

describe('referrals', () => {
  it('are logged each with what was sent and what came back, and nothing of it is rewritten', async () => {
    const { complaintId } = await cases.file();
    created(await cases.step(complaintId, 'screening', { decision: 'refer', reason: 'A crime.', body: 'prosecutor' }));
    const other = {
      bodyName: 'County human rights board',
      sent: ['The complaint', 'Two photographs'],
      sentOn: '2020-05-04',
    };
    const { referralId } = created(await cases.step(complaintId, 'referrals', other));
    const answer = (body: object) => cases.step(complaintId, `referrals/${referralId}/answers`, body);
    expect(faults(await answer({ kind: 'acknowledged', on: '2020-05-03' }))).toEqual(['/on before-it-was-sent']);
    expect(faults(await answer({ kind: 'acknowledged', on: '2020-02-30' }))).toEqual(['/on is-iso8601']);
    created(await answer({ kind: 'acknowledged', on: '2020-05-06', by: 'Ms. Ortega' }));
    created(await answer({ kind: 'replied', on: '2020-06-01', text: 'We have opened a file.' }));
    const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/referrals`, {
      as: cases.supervisor.token,
    });
    expect(body.items).toMatchObject([
      { body: 'prosecutor', bodyName: 'Prosecutor', sent: [], answers: [] },
      {
        ...{ body: null, ...other },
        answers: [
          { kind: 'acknowledged', on: '2020-05-06', by: 'Ms. Ortega', text: null },
          { kind: 'replied', text: 'We have opened a file.' },
        ],
      },
    ]);
    for (const table of ['referral', 'referral_answer', 'screening_answer', 'screening_appeal'])
      await expect(redress.database.owner.query(`DELETE FROM redress.${table}`)).rejects.toMatchObject({
        code: 'RD001',
      });
  });
});
