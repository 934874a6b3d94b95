import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharterDocument, genericCharter } from '../../src/charter/index.js';
import { CaseBuilder, created, faults } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { day } from './day.js';

const charter: CharterDocument = {
  ...genericCharter,
  agency: { ...genericCharter.agency, powers: [{ code: 'access_records', label: 'Access to records' }] },
  mediation: { ...genericCharter.mediation, offered: false },
};

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start(charter);
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

describe('an agency whose charter gives it no such power', () => {
  it('issues no subpoena', async () => {
    const { complaintId } = await cases.investigated();
    const body = { what: 'All video', whom: 'A shop', recordKind: 'other_video' };
    const answer = await cases.step(complaintId, 'subpoenas', body);
    expect([answer.status, answer.body.code]).toEqual([409, 'power-lacking']);
  });

  it('compels no statement', async () => {
    const { complaintId } = await cases.investigated();
    const [{ complaintOfficerId }] = (await cases.caseFile(complaintId)).officers;
    const { itemId } = created(await cases.step(complaintId, 'interviews', { what: 'The stop', complaintOfficerId }));
    const step = { to: 'held', on: day(), text: 'x', representativePresent: true, warningAcknowledged: true };
    const at = `interviews/${itemId}/steps`;
    expect(faults(await cases.step(complaintId, at, { ...step, warning: 'compelled' }))).toEqual([
      '/warning cannot-compel',
    ]);
    expect((await cases.step(complaintId, at, { ...step, warning: 'voluntary' })).status).toBe(204);
  });

  it('offers no mediation when it does not do so', async () => {
    const { complaintId } = await cases.investigated();
    const [{ complaintOfficerId }] = (await cases.caseFile(complaintId)).officers;
    const answer = await cases.step(complaintId, 'mediations', { complaintOfficerId, excludedBy: [] });
    expect([answer.status, answer.body.code]).toEqual([409, 'mediation-not-offered']);
  });
});
