import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

describe('POST …/screening', () => {
  it.each([
    [{ decision: 'accept' }, 'accepted'],
    [{ decision: 'decline', reason: 'It happened nine years ago.' }, 'declined'],
    [{ decision: 'refer', reason: 'County deputies.', referredTo: 'Oak County Sheriff' }, 'referred'],
  ])('takes %j to %s', async (screening, status) => {
    const { complaintId } = await cases.file();
    const answer = await cases.step(complaintId, 'screening', screening);
    expect([answer.status, answer.body]).toEqual([201, { status }]);
    expect(await cases.caseFile(complaintId)).toMatchObject({
      status,
      screening: { ...screening, reason: { present: 'reason' in screening }, decidedBy: cases.supervisor.staffId },
    });
  });

  it.each([
    [{ decision: 'decline' }, ['/reason reason-needed']],
    [{ decision: 'refer' }, ['/reason reason-needed', '/referredTo referral-to-nobody']],
    [{ decision: 'accept', referredTo: 'Oak County' }, ['/referredTo not-a-referral']],
    [{ decision: 'postpone' }, ['/decision is-in']],
  ])('refuses %j', async (screening, expected) => {
    const { complaintId } = await cases.file();
    const answer = await cases.step(complaintId, 'screening', screening);
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual(expected);
    expect((await cases.caseFile(complaintId)).status).toBe('filed');
  });

  it('happens once: of two at the same moment one is told no', async () => {
    for (let round = 0; round < 5; round++) {
      const { complaintId } = await cases.file();
      const decline = { decision: 'decline', reason: 'Too late.' };
      const answers = await Promise.all([
        cases.step(complaintId, 'screening', { decision: 'accept' }),
        cases.step(complaintId, 'screening', decline),
        cases.step(complaintId, 'screening', decline),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
      const won = answers.find((answer) => answer.status === 201);
      expect((await cases.caseFile(complaintId)).status).toBe(won?.body.status);
      expect(await cases.actions(complaintId)).toEqual(['complaint.file', 'complaint.screen']);
    }
  });
});
