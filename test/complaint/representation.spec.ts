import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/test-app.js';
import { type CaseBuilder, created, done, faults } from './case-builder.js';
import { PeopleDesk } from './people-desk.js';

let redress: TestApp;
let cases: CaseBuilder;
let desk: PeopleDesk;
beforeAll(async () => {
  desk = await PeopleDesk.open();
  ({ redress, cases } = desk);
});
afterAll(() => redress.stop());

describe('who is shielded', () => {
  it('is read in former versions on a grant alone, and is not edited out from behind the shield', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa' }, privacy: 'agency_only' });
    const personId = await desk.complainantOf(complaintId);
    expect(faults(await desk.edit(complaintId, personId, { roles: ['witness'] }))).toEqual([
      '/roles stands-behind-shield',
    ]);
    expect((await desk.edit(complaintId, personId, { name: 'Rosa D.', reason: 'Rosa D. wrote it so.' })).status).toBe(
      200,
    );
    const refused = await desk.versions(complaintId, personId);
    expect([refused.status, refused.body.code]).toEqual([403, 'identity-shielded']);
    // A guess that is right is not told from one that is wrong.
    expect((await desk.edit(complaintId, personId, { name: 'Rosa D.', version: 2 })).body).toEqual({ version: 3 });
    expect(JSON.stringify(await desk.texts(complaintId))).not.toContain('Rosa');
    const asked = created(await cases.step(complaintId, 'identity-requests', { reason: 'To visit her.' }));
    const decision = { granted: true, reason: 'Needed.' };
    const other = await redress.staff('supervisor');
    created(await cases.step(complaintId, `identity-requests/${asked.requestId}/decision`, decision, other));
    expect((await desk.versions(complaintId, personId)).body.items[0].noted.name).toBe('Rosa');
    // A witness of the same case stands before the shield, and a role that only this place knows behind it.
    const witness = await desk.add(complaintId, { roles: ['witness'], name: 'Ana' });
    const investigator = await redress.staff('supervisor');
    expect((await desk.versions(complaintId, witness, investigator)).status).toBe(200);
    const elder = await desk.add(complaintId, { roles: ['elder'], name: 'Old Tom' });
    expect((await desk.versions(complaintId, elder, investigator)).status).toBe(403);
  });

  it('stays the complainant of the receipt, and nameless, when they are anonymous', async () => {
    const { complaintId } = await cases.file({ anonymous: true });
    const personId = await desk.complainantOf(complaintId);
    expect(faults(await desk.edit(complaintId, personId, { roles: ['witness'] }))).toEqual([
      '/roles holds-the-receipt',
    ]);
    expect(faults(await desk.edit(complaintId, personId, { name: 'Rosa' }))).toEqual([
      '/name complainant-is-anonymous',
    ]);
    const ended = await cases.step(complaintId, `people/${personId}/ending`, { reason: 'Mistake.' });
    expect([ended.status, ended.body.code]).toEqual([409, 'holds-the-receipt']);
  });
});

describe('POST …/people/:personId/ending', () => {
  it('takes somebody out of what is done from there on and leaves them in the record', async () => {
    const { complaintId } = await cases.investigated();
    const complainant = await desk.complainantOf(complaintId);
    const lawyer = await desk.add(complaintId, { roles: ['attorney'], name: 'Mr. Pym' });
    const stands = { representativeId: lawyer, personId: complainant, from: '2024-01-02', receives: ['letters'] };
    created(await cases.step(complaintId, 'representations', stands));
    done(await cases.step(complaintId, `people/${lawyer}/ending`, { reason: 'She found another one.' }));
    const again = await cases.step(complaintId, `people/${lawyer}/ending`, { reason: 'Twice.' });
    expect([again.status, again.body.code]).toEqual([409, 'person-ended']);
    expect((await desk.edit(complaintId, lawyer, { name: 'Mr. Pim', version: 2 })).body.code).toBe('person-ended');
    expect(await desk.inCase(complaintId, lawyer)).toMatchObject({
      ...{ roles: ['attorney'], endedBy: cases.supervisor.staffId, endedAt: expect.any(String) },
      represents: [{ personId: complainant, until: expect.any(String), endedBy: cases.supervisor.staffId }],
    });
    expect((await desk.versions(complaintId, lawyer)).body).toMatchObject({
      items: [],
      ending: { reason: 'She found another one.', endedBy: cases.supervisor.staffId },
    });
    const letter = { template: 'acknowledgement', language: 'en', personId: lawyer };
    expect(faults(await cases.step(complaintId, 'letters', letter))).toEqual(['/personId nobody-to-write-to']);
    const interview = { personId: lawyer, what: 'What she was told.' };
    expect(faults(await cases.step(complaintId, 'interviews', interview))).toEqual(['/personId not-in-this-case']);
    const anew = { ...stands, from: '2099-01-01' };
    expect(faults(await cases.step(complaintId, 'representations', anew))).toEqual([
      '/representativeId not-in-this-case',
    ]);
  });
});

describe('POST …/representations', () => {
  it('ties a representative to whom they stand for, since when, until when, and what they are given', async () => {
    const { complaintId } = await cases.investigated();
    const [{ complaintOfficerId }] = (await cases.caseFile(complaintId)).officers;
    const complainant = await desk.complainantOf(complaintId);
    const both = await desk.add(complaintId, { roles: ['guardian', 'witness', 'attorney'], name: 'Ana' });
    const ofPerson = {
      representativeId: both,
      personId: complainant,
      from: '2024-01-01',
      receives: ['letters', 'status'],
    };
    const { representationId } = created(await cases.step(complaintId, 'representations', ofPerson));
    const ofOfficer = { representativeId: both, complaintOfficerId, from: '2024-02-01', until: '2024-02-03' };
    created(await cases.step(complaintId, 'representations', ofOfficer));
    expect(faults(await cases.step(complaintId, 'representations', { ...ofPerson, from: '2024-09-09' }))).toEqual([
      '/from represents-already',
    ]);
    const end = (until: string) =>
      cases.step(complaintId, `representations/${representationId}/ending`, { until }, cases.investigator);
    expect(faults(await end('2023-12-31'))).toEqual(['/until before-it-began']);
    done(await end('2024-05-31'));
    expect((await end('2024-05-30')).body.code).toBe('representation-ended');
    created(await cases.step(complaintId, 'representations', { ...ofPerson, from: '2024-06-01' }));
    expect((await desk.inCase(complaintId, both)).represents).toMatchObject([
      { personId: complainant, from: '2024-01-01', until: '2024-05-31', receives: ['letters', 'status'] },
      { complaintOfficerId, personId: null, from: '2024-02-01', until: '2024-02-03', endedAt: null },
      { personId: complainant, from: '2024-06-01', until: null },
    ]);
    const moved = `UPDATE redress.representation SET person_id = representative_id WHERE id = $1`;
    await expect(redress.database.owner.query(moved, [representationId])).rejects.toMatchObject({ code: '23514' });
  });

  it('is hidden with the case from who is recused, as are its people', async () => {
    const { complaintId } = await cases.investigated();
    const personId = await desk.complainantOf(complaintId);
    expect((await desk.edit(complaintId, personId, { name: 'Rosa D.' })).status).toBe(200);
    const recused = await redress.staff('supervisor');
    created(await cases.step(complaintId, 'recusals', { staffId: recused.staffId, reason: 'relation_to_party' }));
    const tried = [
      await desk.edit(complaintId, personId, { name: 'Eve', version: 2 }, recused),
      await desk.versions(complaintId, personId, recused),
      await cases.step(complaintId, 'people', { roles: ['witness'] }, recused),
      await cases.step(complaintId, `people/${personId}/ending`, { reason: 'x' }, recused),
      await cases.step(complaintId, 'representations', { representativeId: personId, from: '2024-01-01' }, recused),
    ];
    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});
