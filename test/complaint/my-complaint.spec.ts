import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { CODE_BYTES, receiptCodeOf } from '../../src/shared/receipt-code.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const MINE = '/api/v1/jurisdictions/riverton/my-complaint';
const follow = (receipt: string) => redress.request('GET', MINE, { receipt });
const withdraw = (receipt: string) => redress.request('POST', `${MINE}/withdraw`, { receipt });

describe('GET …/my-complaint', () => {
  it('tells who holds the receipt how the case stands, in plain words', async () => {
    const { receiptCode, caseNumber } = await cases.file();
    const { status, body } = await follow(receiptCode.toLowerCase().replaceAll('-', ' '));
    expect(status).toBe(200);
    expect(body).toMatchObject({ caseNumber, stage: 'Received', canWithdraw: true, referredTo: null });
    expect(body.lastUpdateOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(body.milestones.filter((milestone: { reached: boolean }) => milestone.reached)).toEqual([
      { code: 'registered', label: 'Registered', reached: true, on: body.lastUpdateOn, expectedOn: null },
    ]);
  });

  // ASVS 5.0: V14.2.6
  it('follows the case, and names no officer, no investigator and no note', async () => {
    const department = await redress.department('Riverton Police');
    const name = 'Officer Canary Quill';
    const officer = { departmentId: department.id, name, badgeNumber: '4711' };
    const { body: registered } = await redress.request('POST', '/api/v1/officers', {
      as: cases.supervisor.token,
      body: officer,
    });
    const { complaintId, receiptCode } = await cases.drafted();
    await cases.step(complaintId, 'return-to-investigation');
    await cases.step(complaintId, 'officers', { officerId: registered.officerId });
    const { text, body } = await follow(receiptCode);
    expect(body.stage).toBe('Being investigated');
    for (const secret of [
      name,
      '4711',
      registered.officerId,
      'The video shows it',
      cases.investigator.staffId,
      complaintId,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('says to whom a case was passed', async () => {
    const { complaintId, receiptCode } = await cases.file();
    await cases.step(complaintId, 'screening', {
      decision: 'refer',
      reason: 'County deputies',
      referredTo: 'Oak County Sheriff',
    });
    expect((await follow(receiptCode)).body).toMatchObject({
      stage: 'Passed on',
      referredTo: 'Oak County Sheriff',
      canWithdraw: false,
    });
  });

  it('answers an unknown code and a malformed one alike', async () => {
    const { receiptCode } = await cases.file();
    const unknown = receiptCodeOf(randomBytes(CODE_BYTES));
    const answers = await Promise.all(
      [unknown, 'rubbish', receiptCode.slice(0, -1), `${receiptCode.slice(0, -2)}00`].map(follow),
    );
    const bodies = answers.map(({ status, headers, body }) => ({
      status,
      type: headers['content-type'],
      names: Object.keys(headers).sort(),
      body: { ...body, id: 'its own' },
    }));
    expect(bodies[0]).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    for (const body of bodies) expect(body).toEqual(bodies[0]);
  });

  // ASVS 5.0: V14.2.1
  it('takes no session and no code in the address', async () => {
    const { receiptCode } = await cases.file();
    expect((await redress.request('GET', MINE, { as: cases.supervisor.token })).status).toBe(403);
    expect((await redress.request('GET', `${MINE}?receipt=${receiptCode}`)).status).toBe(401);
  });

  it('lets a receipt open nothing of the staff', async () => {
    const { receiptCode, complaintId } = await cases.file();
    for (const address of ['', '/identity', '/history']) {
      const { status } = await redress.request('GET', `/api/v1/complaints/${complaintId}${address}`, {
        receipt: receiptCode,
      });
      expect([401, 403]).toContain(status);
    }
  });
});

describe('POST …/my-complaint/withdraw', () => {
  it('withdraws the case, once', async () => {
    const { receiptCode, complaintId } = await cases.file();
    const first = await withdraw(receiptCode);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ stage: 'Withdrawn', canWithdraw: false });
    const second = await withdraw(receiptCode);
    expect([second.status, second.body.code]).toEqual([409, 'status-forbids']);
    expect(await cases.actions(complaintId)).toContain('complaint.withdraw');
  });

  it('comes too late when the findings are drafted', async () => {
    const { receiptCode } = await cases.drafted();
    expect((await withdraw(receiptCode)).body.code).toBe('status-forbids');
    expect((await follow(receiptCode)).body).toMatchObject({ stage: 'Under review', canWithdraw: false });
  });

  it('keeps of the withdrawal the hour alone', async () => {
    const { receiptCode, complaintId } = await cases.file();
    await withdraw(receiptCode);
    const { rows } = await redress.database.owner.query(
      `SELECT at = date_trunc('hour', at) AS whole FROM redress.history_event WHERE complaint_id = $1 AND action = 'complaint.withdraw'`,
      [complaintId],
    );
    expect(rows).toEqual([{ whole: true }]);
  });
});
