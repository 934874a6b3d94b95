import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const classify = (complaintId: string, classification: string, reason?: string) =>
  cases.step(complaintId, 'classifications', { classification, ...(reason === undefined ? {} : { reason }) });

describe('POST …/classifications', () => {
  it('puts the case on a track, and keeps every class that it was in', async () => {
    const { complaintId, caseNumber } = await cases.accepted();
    expect(created(await classify(complaintId, 'investigation'))).toEqual({ track: 'investigation' });
    expect(faults(await classify(complaintId, 'mediation'))).toEqual(['/reason reason-needed']);
    const same = await classify(complaintId, 'investigation', 'Sure.');
    expect([same.status, same.body.code]).toEqual([409, 'classified-so']);
    expect(faults(await classify(complaintId, 'shelved', 'No.'))).toEqual(['/classification not-in-charter']);
    created(await classify(complaintId, 'mediation', 'Both want to talk.'));
    expect(await cases.caseFile(complaintId)).toMatchObject({
      classification: 'mediation',
      track: 'mediation',
      classifications: [
        { classification: 'investigation', reason: { present: false } },
        { classification: 'mediation', reason: { present: true }, decidedBy: cases.supervisor.staffId },
      ],
    });
    const { body } = await redress.request('GET', `/api/v1/complaints?caseNumber=${caseNumber}`, {
      as: cases.supervisor.token,
    });
    expect(body.items).toMatchObject([{ classification: 'mediation', track: 'mediation' }]);
    // The law's day is the first: the case was classified in time, however often its class changes.
    const { rows } = await redress.database.owner.query(
      `SELECT FROM redress.case_event WHERE complaint_id = $1 AND event = 'classified'`,
      [complaintId],
    );
    expect(rows).toHaveLength(1);
  });

  it('comes to one class of two that are given at once', async () => {
    const { complaintId } = await cases.accepted();
    const answers = await Promise.all([classify(complaintId, 'expedited'), classify(complaintId, 'contact_log')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await cases.caseFile(complaintId)).classifications).toHaveLength(1);
  });
});
