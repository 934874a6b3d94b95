import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statementsOf } from '../support/statements-of.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

describe('opening a case file', () => {
  it.each([3, 300])('takes no more than 8 statements with %d allegations', async (count) => {
    const { complaintId, allegationIds } = await cases.investigated();
    await redress.database.owner.query(
      `INSERT INTO redress.allegation (jurisdiction_id, id, complaint_id, complaint_officer_id, category)
       SELECT a.jurisdiction_id, gen_random_uuid(), a.complaint_id, a.complaint_officer_id, a.category
         FROM redress.allegation a, generate_series(2, $2) WHERE a.id = $1`,
      [allegationIds[0], count],
    );
    const open = () => redress.request('GET', `/api/v1/complaints/${complaintId}`, { as: cases.supervisor.token });
    let allegations = 0;
    const statements = await statementsOf(async () => (allegations = (await open()).body.allegations.length));
    expect(allegations).toBe(count);
    expect(statements.length).toBeGreaterThan(2);
    expect(statements.length).toBeLessThanOrEqual(8);
    // The file itself is one of them; the others say who asks, and whether they may.
    expect(statements.filter((sql) => sql.includes('jsonb_build_object'))).toHaveLength(1);
  });
});

describe('an allegation', () => {
  it('is made against several officers in one call, each found on by itself, and keeps what it was called before', async () => {
    const { complaintId } = await cases.investigated([]);
    const as = cases.investigator;
    const officer = async (role: string): Promise<string> =>
      created(await cases.step(complaintId, 'officers', { role, description: 'Tall' }, as)).complaintOfficerId;
    const [one, other, witness] = [await officer('subject'), await officer('subject'), await officer('witness')];
    const alleged = { complaintOfficerId: one, category: 'discourtesy' };
    const refused = await cases.step(complaintId, 'allegations', { ...alleged, alsoAgainst: [witness] }, as);
    expect(refused.status).toBe(422);
    const { allegationIds } = created(
      await cases.step(complaintId, 'allegations', { ...alleged, alsoAgainst: [other, one] }, as),
    );
    expect(allegationIds).toHaveLength(2);
    const renaming = { category: 'bias', reason: 'She told us what was said.' };
    const rename = () => cases.step(complaintId, `allegations/${allegationIds[1]}/category`, renaming, as);
    done(await rename());
    expect((await rename()).body.code).toBe('called-so');
    const { allegations } = await cases.caseFile(complaintId);
    const made = allegations.filter((a: { allegationId: string }) => allegationIds.includes(a.allegationId));
    expect(made).toMatchObject([
      { complaintOfficerId: one, category: 'discourtesy', formerCategories: [] },
      { complaintOfficerId: other, category: 'bias', formerCategories: ['discourtesy'] },
    ]);
  });
});

describe("an officer's rank and unit", () => {
  it('are shown as they were at the incident and as they are now', async () => {
    const { id: departmentId } = await redress.department('Lakeside PD');
    const as = cases.supervisor.token;
    const body = { departmentId, badgeNumber: '9', rank: 'Officer', unit: 'Patrol' };
    const { officerId } = created(await redress.request('POST', '/api/v1/officers', { as, body }));
    const { complaintId } = await cases.accepted();
    created(await cases.step(complaintId, 'officers', { role: 'subject', officerId }));
    const post = (told: object) => redress.request('POST', `/api/v1/officers/${officerId}/posts`, { as, body: told });
    created(await post({ rank: 'Sergeant', from: '2024-05-01' }));
    // Told later, of an earlier day: the register goes by the days.
    created(await post({ rank: 'Detective', unit: 'Narcotics', from: '2023-01-01' }));
    expect((await post({ from: '2024-01-01' })).status).toBe(422);
    const now = { rankNow: 'Sergeant', unitNow: 'Narcotics' };
    expect((await cases.caseFile(complaintId)).officers).toMatchObject([
      { rankAtIncident: 'Officer', unitAtIncident: 'Patrol', ...now },
    ]);
  });
});

describe('an officer who was taken for another', () => {
  it('is unknown again when that is undone, and the chain shows who was taken for whom', async () => {
    const { id: departmentId } = await redress.department('Riverton PD');
    const register = async (badgeNumber: string): Promise<string> =>
      created(
        await redress.request('POST', '/api/v1/officers', {
          as: cases.supervisor.token,
          body: { departmentId, badgeNumber },
        }),
      ).officerId;
    const [wrong, right] = [await register('1'), await register('2')];
    const { complaintId } = await cases.investigated();
    const [{ complaintOfficerId }] = (await cases.caseFile(complaintId)).officers;
    const step = (what: string, body: object) =>
      cases.step(complaintId, `officers/${complaintOfficerId}/identification${what}`, body, cases.investigator);
    const reason = { reason: 'The roster shows him on leave.' };
    expect((await step('/undo', reason)).body.code).toBe('not-identified');
    done(await step('', { officerId: wrong, means: 'roster' }));
    done(await step('/undo', reason));
    expect((await cases.caseFile(complaintId)).officers[0]).toMatchObject({ officerId: null, identifiedAt: null });
    done(await step('', { officerId: right, means: 'video' }));
    expect((await cases.caseFile(complaintId)).officers[0]).toMatchObject({
      officerId: right,
      description: { present: true },
      identifications: [
        { officerId: wrong, reason: { present: false } },
        { officerId: null, reason: { present: true } },
        { officerId: right },
      ],
    });
  });
});
