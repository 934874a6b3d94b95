import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, TestApp } from '../support/test-app.js';
import { sampleReport } from './sample-report.js';

const PATH = '/api/v1/use-of-force-reports';
let redress: TestApp;
let key: string;
beforeAll(async () => {
  redress = await TestApp.start();
  ({ key } = await redress.department('Riverton PD'));
});
afterAll(() => redress.stop());

function on(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  version?: number,
): Promise<Answer> {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  return redress.request(method, `${PATH}${path}`, { as: key, headers, ...(body === undefined ? {} : { body }) });
}

describe('a draft', () => {
  it('need not be right, says what it lacks, and becomes a report when it is', async () => {
    const { county, ...told } = sampleReport('D-1');
    const begun = await on('POST', '/drafts', { county, occurredHour: 25 });
    expect([begun.status, begun.body.version, begun.headers['etag']]).toEqual([201, 1, '"1"']);
    const { id } = begun.body;
    const shown = await on('GET', `/drafts/${id}`);
    expect(shown.body.told).toEqual({ county, occurredHour: 25 });
    expect(shown.body.faults.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['/occurredHour', '/reportNumber', '/subjects']),
    );
    const early = await on('POST', `/drafts/${id}/submission`, undefined, 1);
    expect([early.status, early.body.code]).toEqual([422, 'invalid']);
    expect((await on('PUT', `/drafts/${id}`, told, 7)).status).toBe(412);
    expect((await on('PUT', `/drafts/${id}`, [], 1)).body.code).toBe('not-an-object');
    expect((await on('PUT', `/drafts/${id}`, told, 1)).body.version).toBe(2);
    expect((await on('GET', '/drafts')).body.drafts).toMatchObject([{ id, version: 2, faults: [] }]);
    const receipt = await on('POST', `/drafts/${id}/submission`, undefined, 2);
    expect(receipt.body).toMatchObject({ reportNumber: 'D-1', status: 'submitted', version: 1, lateFor: ['fbi'] });
    expect((await on('GET', `/drafts/${id}`)).status).toBe(404);
    expect((await on('GET', `/mine/${receipt.body.id}`)).body.reportNumber).toBe('D-1');
  });

  it('of two who submit it at once becomes one report', async () => {
    const { body } = await on('POST', '/drafts', sampleReport('D-2'));
    const answers = await Promise.all([1, 2].map(() => on('POST', `/drafts/${body.id}/submission`, undefined, 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  it('is sealed where it lies, is seen by no staff, and leaves nothing when it is discarded', async () => {
    const { body } = await on('POST', '/drafts', { county: 'Quillhaven' });
    const { rows } = await redress.database.owner.query<{ row: string }>(
      `SELECT t::text || encode(told_cipher, 'escape') AS row FROM redress.use_of_force_draft t WHERE id = $1`,
      [body.id],
    );
    expect(rows[0]!.row).not.toContain('Quillhaven');
    const { token } = await redress.staff('director', 'supervisor');
    expect((await redress.request('GET', `${PATH}/drafts/${body.id}`, { as: token })).status).toBe(403);
    expect((await on('DELETE', `/drafts/${body.id}`)).status).toBe(204);
    expect((await on('GET', `/drafts/${body.id}`)).status).toBe(404);
    expect((await on('DELETE', `/drafts/${body.id}`)).status).toBe(404);
  });
});

describe('a report taken back', () => {
  it('counts nowhere: its month may be said to be without force', async () => {
    const headers = { 'idempotency-key': 'taken-back-one' };
    const body = sampleReport('W-1', { occurredOn: '2025-05-05' });
    const told = await redress.request('POST', PATH, { as: key, body, headers });
    expect((await on('PUT', '/zero/2025-05')).body.code).toBe('incident-in-month');
    const withdrawal = { kind: 'withdraw', reason: 'Not ours.' };
    expect((await on('POST', `/mine/${told.body.id}/amendments`, withdrawal, 1)).body.status).toBe('withdrawn');
    expect((await on('PUT', '/zero/2025-05')).status).toBe(200);
  });
});
