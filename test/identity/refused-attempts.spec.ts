import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buildCase, recuse } from '../support/case-builder.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let complaintId: string;
beforeAll(async () => {
  redress = await TestApp.start();
  ({ complaintId } = await buildCase(redress));
});
afterAll(() => redress.stop());
let before = new Set<string>();
beforeEach(forget);

/** From here on, what is refused counts. */
async function forget(): Promise<void> {
  before = new Set();
  before = new Set((await refusals()).map(({ id }) => id));
}

interface Refusal {
  id: string;
  actorId: string;
  complaintId: string | null;
  permission: string;
}

async function refusals(): Promise<Refusal[]> {
  const { rows } = await redress.database.owner.query<Refusal>(
    `SELECT id, actor_id AS "actorId", complaint_id AS "complaintId", details ->> 'permission' AS permission
       FROM redress.history_event WHERE action = 'access.refuse' ORDER BY id`,
  );
  return rows.filter(({ id }) => !before.has(id));
}

/** What this request left in the history, besides its answer's status. */
async function asked(url: string, as: { as?: string; receipt?: string }): Promise<[number, Omit<Refusal, 'id'>[]]> {
  const { status } = await redress.request('GET', url, as);
  return [
    status,
    (await refusals()).map(({ actorId, complaintId, permission }) => ({ actorId, complaintId, permission })),
  ];
}

describe('an attempt that is refused', () => {
  // ASVS 5.0: V16.3.2
  it('stands in the history of the case: a stranger’s, and that of somebody recused', async () => {
    const stranger = await redress.staff('investigator');
    expect(await asked(`/api/v1/complaints/${complaintId}/identity`, { as: stranger.token })).toEqual([
      404,
      [{ actorId: stranger.staffId, complaintId, permission: 'complaint.read-identity' }],
    ]);
    await forget();
    const recused = await redress.staff('supervisor');
    await recuse(redress, complaintId, recused.staffId);
    expect(await asked(`/api/v1/complaints/${complaintId}`, { as: recused.token })).toEqual([
      404,
      [{ actorId: recused.staffId, complaintId, permission: 'complaint.read' }],
    ]);
  });

  it('stands there for a case that does not exist as well: both take as long', async () => {
    const { token, staffId } = await redress.staff('supervisor');
    const nowhere = randomUUID();
    expect(await asked(`/api/v1/complaints/${nowhere}`, { as: token })).toEqual([
      404,
      [{ actorId: staffId, complaintId: nowhere, permission: 'complaint.read' }],
    ]);
  });

  it('is kept of a role that may not, and of a department', async () => {
    const { token, staffId } = await redress.staff('records');
    const { id, key } = await redress.department('Harbor PD');
    const [status, kept] = await asked('/api/v1/my-work', { as: key });
    expect([status, kept.map(({ actorId }) => actorId)]).toEqual([403, [id]]);
    await redress.request('POST', '/api/v1/staff', { as: token, body: {} });
    expect((await refusals()).map(({ actorId, permission }) => [actorId, permission])).toContainEqual([
      staffId,
      'staff.register',
    ]);
  });

  it('leaves the words of the address out: an id that is none is not kept', async () => {
    const { token } = await redress.staff('supervisor');
    const [status, kept] = await asked('/api/v1/complaints/maria-garcia', { as: token });
    expect([status, kept.map(({ complaintId: named }) => named)]).toEqual([404, [null]]);
  });

  it('is not kept of a complainant, who may be anonymous', async () => {
    const body = { narrative: 'They took my bicycle and did not give it back.', anonymous: true };
    const filed = await redress.request('POST', `/api/v1/jurisdictions/${redress.jurisdiction.slug}/complaints`, {
      body,
    });
    expect(filed.status).toBe(201);
    const [status, kept] = await asked(`/api/v1/complaints/${complaintId}`, { receipt: filed.body.receiptCode });
    expect([status, kept]).toEqual([401, []]);
  });
});
