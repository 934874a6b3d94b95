import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EstablishJurisdiction, genericCharter } from '../../src/charter/index.js';
import { RegisterStaff, SignIn } from '../../src/identity/index.js';
import { PASSWORD, TestApp } from '../support/test-app.js';
import { CaseBuilder } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let stranger: { staffId: string; token: string };
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  const lakeside = { slug: 'lakeside', name: 'Lakeside', timeZone: 'UTC', charter: genericCharter };
  const { id: jurisdictionId } = await redress.app.get(EstablishJurisdiction).run(lakeside);
  const person = {
    signInName: 'stranger',
    displayName: 'Stranger',
    password: PASSWORD,
    roles: ['supervisor', 'director', 'intake'] as const,
  };
  const { id: staffId } = await redress.app.get(RegisterStaff).run({ kind: 'system', jurisdictionId }, person);
  const { token } = await redress.app
    .get(SignIn)
    .run({ jurisdiction: 'lakeside', signInName: 'stranger', password: PASSWORD });
  stranger = { staffId, token };
});
afterAll(() => redress.stop());

describe('a supervisor of another jurisdiction', () => {
  // ASVS 5.0: V8.4.1
  it('finds no case of this one, on any address', async () => {
    const { complaintId, allegationIds } = await cases.drafted();
    const { officers } = await cases.caseFile(complaintId);
    const steps: [string, object | undefined][] = [
      ['screening', { decision: 'accept' }],
      ['assignments', { staffId: stranger.staffId }],
      ['recusals', { reason: 'other' }],
      ['people', { roles: ['witness'] }],
      ['officers', { description: 'Tall' }],
      [`officers/${officers[0].complaintOfficerId}/identification`, { officerId: complaintId, means: 'badge' }],
      ['allegations', { complaintOfficerId: officers[0].complaintOfficerId, category: 'bias' }],
      ['findings', { allegationId: allegationIds[0], stage: 'supervisor', finding: 'sustained', reasons: 'None.' }],
      ['draft-findings', undefined],
      ['send-to-board', undefined],
      ['return-to-investigation', undefined],
      ['close', {}],
      ['circumstances', { pendingSuit: true }],
      ['affidavit', { receivedOn: '2026-01-15' }],
      ['affidavit/override', { reason: 'None.' }],
      ['messages', { text: 'Hello.' }],
      ['identity-requests', { reason: 'None.' }],
      [`identity-requests/${complaintId}/decision`, { granted: true, reason: 'None.' }],
    ];
    for (const [step, body] of steps)
      expect([step, (await cases.step(complaintId, step, body, stranger)).status]).toEqual([step, 404]);
    for (const address of ['', '/identity', '/texts', '/messages', '/identity-requests', '/history']) {
      expect(
        (await redress.request('GET', `/api/v1/complaints/${complaintId}${address}`, { as: stranger.token })).status,
      ).toBe(404);
    }
    for (const list of ['complaints', 'unread-messages', 'identity-requests'])
      expect((await redress.request('GET', `/api/v1/${list}`, { as: stranger.token })).body.items).toEqual([]);
    expect((await cases.caseFile(complaintId)).status).toBe('findings_drafted');
  });

  it('cannot be assigned a case of this one', async () => {
    const { complaintId } = await cases.accepted();
    const { status } = await cases.step(complaintId, 'assignments', { staffId: stranger.staffId });
    expect(status).toBe(422);
  });

  it('cannot use a receipt of this one under its own address', async () => {
    const { receiptCode } = await cases.file();
    const at = (slug: string) =>
      redress.request('GET', `/api/v1/jurisdictions/${slug}/my-complaint`, { receipt: receiptCode });
    expect([(await at('riverton')).status, (await at('lakeside')).status, (await at('nowhere')).status]).toEqual([
      200, 401, 401,
    ]);
  });
});
