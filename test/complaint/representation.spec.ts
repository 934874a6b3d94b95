import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { type Answer, type SignedIn, TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

const { parties } = genericCharter;
const roles = [...parties.roles, { code: 'elder', label: 'Elder of the community', represents: ['person' as const] }];

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start({ ...genericCharter, parties: { ...parties, roles } });
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const add = async (complaintId: string, person: object): Promise<string> =>
  created(await cases.step(complaintId, 'people', person)).personId;
const edit = (complaintId: string, personId: string, body: object, as = cases.supervisor): Promise<Answer> =>
  redress.request('PATCH', `/api/v1/complaints/${complaintId}/people/${personId}`, {
    as: as.token,
    body: { version: 1, reason: 'She told us.', ...body },
  });
const versions = (complaintId: string, personId: string, as: SignedIn = cases.supervisor): Promise<Answer> =>
  redress.request('GET', `/api/v1/complaints/${complaintId}/people/${personId}/versions`, { as: as.token });
const texts = async (complaintId: string): Promise<Answer['body']> =>
  (await redress.request('GET', `/api/v1/complaints/${complaintId}/texts`, { as: cases.supervisor.token })).body;
const complainantOf = async (complaintId: string): Promise<string> =>
  (await cases.caseFile(complaintId)).people.find((one: { roles: string[] }) => one.roles.includes('complainant'))
    .personId;
const inCase = async (complaintId: string, personId: string): Promise<Answer['body']> =>
  (await cases.caseFile(complaintId)).people.find((one: { personId: string }) => one.personId === personId);

describe('who is shielded', () => {
  it('is read in former versions on a grant alone, and is not edited out from behind the shield', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa' }, privacy: 'agency_only' });
    const personId = await complainantOf(complaintId);
    expect(faults(await edit(complaintId, personId, { roles: ['witness'] }))).toEqual(['/roles stands-behind-shield']);
    expect((await edit(complaintId, personId, { name: 'Rosa D.', reason: 'Rosa D. wrote it so.' })).status).toBe(200);
    const refused = await versions(complaintId, personId);
    expect([refused.status, refused.body.code]).toEqual([403, 'identity-shielded']);
    // A guess that is right is not told from one that is wrong.
    expect((await edit(complaintId, personId, { name: 'Rosa D.', version: 2 })).body).toEqual({ version: 3 });
    expect(JSON.stringify(await texts(complaintId))).not.toContain('Rosa');
    const asked = created(await cases.step(complaintId, 'identity-requests', { reason: 'To visit her.' }));
    const decision = { granted: true, reason: 'Needed.' };
    const other = await redress.staff('supervisor');
    created(await cases.step(complaintId, `identity-requests/${asked.requestId}/decision`, decision, other));
    expect((await versions(complaintId, personId)).body.items[0].noted.name).toBe('Rosa');
    // A witness of the same case stands before the shield, and a role that only this place knows behind it.
    const witness = await add(complaintId, { roles: ['witness'], name: 'Ana' });
    const investigator = await redress.staff('supervisor');
    expect((await versions(complaintId, witness, investigator)).status).toBe(200);
    const elder = await add(complaintId, { roles: ['elder'], name: 'Old Tom' });
    expect((await versions(complaintId, elder, investigator)).status).toBe(403);
  });

  it('stays the complainant of the receipt, and nameless, when they are anonymous', async () => {
    const { complaintId } = await cases.file({ anonymous: true });
    const personId = await complainantOf(complaintId);
    expect(faults(await edit(complaintId, personId, { roles: ['witness'] }))).toEqual(['/roles holds-the-receipt']);
    expect(faults(await edit(complaintId, personId, { name: 'Rosa' }))).toEqual(['/name complainant-is-anonymous']);
    const ended = await cases.step(complaintId, `people/${personId}/ending`, { reason: 'Mistake.' });
    expect([ended.status, ended.body.code]).toEqual([409, 'holds-the-receipt']);
  });
});

describe('POST …/people/:personId/ending', () => {
  it('takes somebody out of what is done from there on and leaves them in the record', async () => {
    const { complaintId } = await cases.investigated();
    const complainant = await complainantOf(complaintId);
    const lawyer = await add(complaintId, { roles: ['attorney'], name: 'Mr. Pym' });
    const stands = { representativeId: lawyer, personId: complainant, from: '2024-01-02', receives: ['letters'] };
    created(await cases.step(complaintId, 'representations', stands));
    done(await cases.step(complaintId, `people/${lawyer}/ending`, { reason: 'She found another one.' }));
    const again = await cases.step(complaintId, `people/${lawyer}/ending`, { reason: 'Twice.' });
    expect([again.status, again.body.code]).toEqual([409, 'person-ended']);
    expect((await edit(complaintId, lawyer, { name: 'Mr. Pim', version: 2 })).body.code).toBe('person-ended');
    expect(await inCase(complaintId, lawyer)).toMatchObject({
      ...{ roles: ['attorney'], endedBy: cases.supervisor.staffId, endedAt: expect.any(String) },
      represents: [{ personId: complainant, until: expect.any(String), endedBy: cases.supervisor.staffId }],
    });
    expect((await versions(complaintId, lawyer)).body).toMatchObject({
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
    const complainant = await complainantOf(complaintId);
    const both = await add(complaintId, { roles: ['guardian', 'witness', 'attorney'], name: 'Ana' });
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
    expect((await inCase(complaintId, both)).represents).toMatchObject([
      { personId: complainant, from: '2024-01-01', until: '2024-05-31', receives: ['letters', 'status'] },
      { complaintOfficerId, personId: null, from: '2024-02-01', until: '2024-02-03', endedAt: null },
      { personId: complainant, from: '2024-06-01', until: null },
    ]);
    const moved = `UPDATE redress.representation SET person_id = representative_id WHERE id = $1`;
    await expect(redress.database.owner.query(moved, [representationId])).rejects.toMatchObject({ code: '23514' });
  });

  it('is hidden with the case from who is recused, as are its people', async () => {
    const { complaintId } = await cases.investigated();
    const personId = await complainantOf(complaintId);
    expect((await edit(complaintId, personId, { name: 'Rosa D.' })).status).toBe(200);
    const recused = await redress.staff('supervisor');
    created(await cases.step(complaintId, 'recusals', { staffId: recused.staffId, reason: 'relation_to_party' }));
    const tried = [
      await edit(complaintId, personId, { name: 'Eve', version: 2 }, recused),
      await versions(complaintId, personId, recused),
      await cases.step(complaintId, 'people', { roles: ['witness'] }, recused),
      await cases.step(complaintId, `people/${personId}/ending`, { reason: 'x' }, recused),
      await cases.step(complaintId, 'representations', { representativeId: personId, from: '2024-01-01' }, recused),
    ];
    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});
