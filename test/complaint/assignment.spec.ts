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

describe('POST …/assignments', () => {
  it('begins the investigation and lets the investigator in', async () => {
    const { complaintId } = await cases.accepted();
    const read = () => redress.request('GET', `/api/v1/complaints/${complaintId}`, { as: cases.investigator.token });
    expect((await read()).status).toBe(404);
    created(await cases.step(complaintId, 'assignments', { staffId: cases.investigator.staffId }));
    expect((await read()).body.status).toBe('investigating');
  });

  it('passes the case on: the assignment before ends, stays in the file, and opens nothing any more', async () => {
    const { complaintId } = await cases.investigated();
    const next = await redress.staff('investigator');
    const [first] = (await cases.caseFile(complaintId)).assignments;
    const passed = { staffId: next.staffId, replaces: first.assignmentId };
    expect(faults(await cases.step(complaintId, 'assignments', passed))).toEqual(['/reason reason-needed']);
    created(await cases.step(complaintId, 'assignments', { ...passed, reason: 'Ivan is on leave.' }));
    const { assignments, status } = await cases.caseFile(complaintId);
    expect(status).toBe('investigating');
    expect(assignments).toMatchObject([
      { staffId: cases.investigator.staffId },
      { staffId: next.staffId, endedAt: null },
    ]);
    expect(assignments[0].endedAt).toEqual(expect.any(String));
    expect(
      (await redress.request('GET', `/api/v1/complaints/${complaintId}`, { as: cases.investigator.token })).status,
    ).toBe(404);
  });

  it('ends no assignment that the assigner has not seen', async () => {
    const { complaintId } = await cases.investigated();
    const next = await redress.staff('investigator');
    const guessed = { staffId: next.staffId, replaces: complaintId, reason: 'Leave.' };
    for (const body of [{ staffId: next.staffId }, guessed]) {
      const answer = await cases.step(complaintId, 'assignments', body);
      expect([answer.status, answer.body.code]).toEqual([409, 'assigned-already']);
    }
  });

  // ASVS 5.0: V2.3.4
  it('goes to one of two when both are assigned at the same moment', async () => {
    const other = await redress.staff('investigator');
    for (let round = 0; round < 5; round++) {
      const { complaintId } = await cases.accepted();
      const staff = [cases.investigator, other];
      const answers = await Promise.all(
        staff.map(({ staffId }) => cases.step(complaintId, 'assignments', { staffId })),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      expect((await cases.caseFile(complaintId)).assignments).toHaveLength(1);
    }
  });

  it('is refused for whom it cannot be', async () => {
    const { complaintId } = await cases.accepted();
    const clerk = await redress.staff('clerk');
    const recused = await redress.staff('investigator');
    await cases.step(complaintId, 'recusals', { staffId: recused.staffId, reason: 'former_employment' });
    const refusals = [
      [clerk.staffId, '/staffId not-an-investigator'],
      [recused.staffId, '/staffId recused'],
      [complaintId, '/staffId no-such-person'],
    ];
    for (const [staffId, fault] of refusals) {
      const answer = await cases.step(complaintId, 'assignments', { staffId });
      expect(answer.status).toBe(422);
      expect(faults(answer)).toEqual([fault]);
    }
    expect((await cases.caseFile(complaintId)).status).toBe('accepted');
  });

  it('comes neither before the screening nor after the end', async () => {
    const filed = await cases.file();
    const closed = await cases.accepted();
    await cases.step(closed.complaintId, 'close', { withoutFinding: 'closed_without_finding' });
    for (const { complaintId } of [filed, closed]) {
      const answer = await cases.step(complaintId, 'assignments', { staffId: cases.investigator.staffId });
      expect([answer.status, answer.body.code]).toEqual([409, 'status-forbids']);
    }
  });
});
