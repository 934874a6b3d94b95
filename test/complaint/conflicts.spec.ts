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

const declare = (complaintId: string, relation: string | undefined, as = cases.investigator) =>
  cases.step(complaintId, 'conflicts', relation === undefined ? {} : { relation }, as);
const assign = (complaintId: string, staffId: string) => cases.step(complaintId, 'assignments', { staffId });
const decide = (complaintId: string, id: string, decision: string, as = cases.supervisor) =>
  cases.step(complaintId, `conflicts/${id}/decision`, { decision, reason: 'Twenty years ago.' }, as);
const fileStatus = async (complaintId: string, as: { token: string }) =>
  (await redress.request('GET', `/api/v1/complaints/${complaintId}`, { as: as.token })).status;

describe('a declared conflict', () => {
  it('that the charter bars hides the case at once, and ends the assignment', async () => {
    const { complaintId } = await cases.investigated();
    expect(await fileStatus(complaintId, cases.investigator)).toBe(200);
    expect(created(await declare(complaintId, 'relative'))).toMatchObject({ recused: true });
    expect(await fileStatus(complaintId, cases.investigator)).toBe(404);
    const { assignments, recusals } = await cases.caseFile(complaintId);
    expect([assignments[0].endedAt, recusals[0].reason]).toEqual([expect.any(String), 'relation_to_party']);
    expect(await cases.actions(complaintId)).toEqual(expect.arrayContaining(['conflict.declare', 'recusal.declare']));
  });

  it('that it does not bar is decided on by a supervisor, and refuses an assignment until then', async () => {
    const { complaintId } = await cases.accepted();
    const { staffId } = cases.investigator;
    const { declarationId, recused } = created(await declare(complaintId, 'acquainted'));
    expect(recused).toBe(false);
    expect(faults(await assign(complaintId, staffId))).toEqual(['/staffId in-conflict']);
    done(await decide(complaintId, declarationId, 'clear'));
    const again = await decide(complaintId, declarationId, 'recuse');
    expect([again.status, again.body.code]).toEqual([409, 'decided-already']);
    expect(created(await assign(complaintId, staffId)).warnings).toEqual([]);
  });

  it('recuses when the supervisor says so; nobody decides on their own', async () => {
    const { complaintId } = await cases.investigated();
    const { declarationId } = created(await declare(complaintId, 'public_statement'));
    done(await decide(complaintId, declarationId, 'recuse'));
    expect(await fileStatus(complaintId, cases.investigator)).toBe(404);
    const own = created(await declare(complaintId, 'acquainted', cases.supervisor));
    const refused = await decide(complaintId, own.declarationId, 'clear');
    expect([refused.status, refused.body.code]).toEqual([403, 'own-declaration']);
  });

  it('is a word of the charter, or none, and is declared once', async () => {
    const { complaintId } = await cases.accepted();
    expect(faults(await declare(complaintId, 'neighbour'))).toEqual(['/relation not-in-charter']);
    const { declarationId } = created(await declare(complaintId, undefined));
    expect((await declare(complaintId, undefined)).body.code).toBe('declared-already');
    expect((await decide(complaintId, declarationId, 'clear')).body.code).toBe('nothing-to-decide');
    const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/conflicts`, {
      as: cases.supervisor.token,
    });
    expect(body.items).toMatchObject([{ relation: null, decision: null, staffId: cases.investigator.staffId }]);
  });
});

describe('the check before an assignment', () => {
  const check = async (complaintId: string, staffId: string) =>
    (
      await redress.request('GET', `/api/v1/complaints/${complaintId}/conflicts/check?staffId=${staffId}`, {
        as: cases.supervisor.token,
      })
    ).body;

  it('warns of a former employer, as the charter does not bar it', async () => {
    const { id: departmentId } = await redress.department('Oak County Sheriff');
    const administrator = await redress.staff('administrator');
    const former = await redress.staff('investigator');
    const note = () =>
      redress.request('POST', `/api/v1/staff/${former.staffId}/former-departments`, {
        as: administrator.token,
        body: { departmentId, until: '2019-12-31' },
      });
    done(await note());
    expect((await note()).body.code).toBe('noted-already');
    const { complaintId } = await cases.accepted();
    const { officerId } = created(
      await redress.request('POST', '/api/v1/officers', {
        as: cases.supervisor.token,
        body: { departmentId, badgeNumber: '77' },
      }),
    );
    created(await cases.step(complaintId, 'officers', { role: 'subject', officerId }));
    expect(await check(complaintId, former.staffId)).toEqual({ refusing: [], warnings: ['former_department'] });
    expect(created(await assign(complaintId, former.staffId)).warnings).toEqual(['former_department']);
  });

  it('refuses who took part in a linked case or is recused from it, until cleared', async () => {
    const linked = await cases.investigated();
    const { complaintId } = await cases.accepted();
    const body = { linkedComplaintId: linked.complaintId, kind: 'related', reason: 'The same officer.' };
    created(await cases.step(complaintId, 'links', body));
    const { staffId } = cases.investigator;
    expect(await check(complaintId, staffId)).toEqual({ refusing: ['part_in_linked_case'], warnings: [] });
    expect(faults(await assign(complaintId, staffId))).toEqual(['/staffId in-conflict']);
    const recused = await redress.staff('investigator');
    created(await cases.step(linked.complaintId, 'recusals', { staffId: recused.staffId, reason: 'other' }));
    expect(await check(complaintId, recused.staffId)).toEqual({ refusing: ['declared_in_linked_case'], warnings: [] });
    const { declarationId } = created(await declare(complaintId, 'acquainted'));
    done(await decide(complaintId, declarationId, 'clear'));
    expect(created(await assign(complaintId, staffId)).warnings).toEqual(['part_in_linked_case']);
  });
});

describe('GET /api/v1/caseload', () => {
  it('counts open cases by who has them, old and overdue ones, and none that is hidden from whoever asks', async () => {
    const busy = await redress.staff('investigator');
    const [one, other] = [await cases.accepted(), await cases.accepted()];
    for (const { complaintId } of [one, other]) created(await assign(complaintId, busy.staffId));
    await redress.database.owner.query(
      `UPDATE redress.complaint SET received_at = received_at - interval '100 days' WHERE id = $1`,
      [one.complaintId],
    );
    const late = `UPDATE redress.deadline SET state = 'overdue' WHERE complaint_id = $1 AND state = 'running'`;
    await redress.database.owner.query(late, [one.complaintId]);
    const lineOf = async (as: { token: string }) => {
      const { body } = await redress.request('GET', '/api/v1/caseload', { as: as.token });
      return body.items.find((line: { staffId: string }) => line.staffId === busy.staffId);
    };
    const expected = { open: 2, overdue: 1, under90Days: 1, under180Days: 1, older: 0, oldestDays: 100 };
    expect(await lineOf(cases.supervisor)).toMatchObject(expected);
    const recused = await redress.staff('director');
    created(await cases.step(one.complaintId, 'recusals', { staffId: recused.staffId, reason: 'other' }));
    expect(await lineOf(recused)).toMatchObject({ open: 1, overdue: 0, oldestDays: 0 });
  });
});
