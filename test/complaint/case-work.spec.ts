import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let departmentId: string;
let badges = 100;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  departmentId = (await redress.department('Riverton Police')).id;
});
afterAll(() => redress.stop());

/** A new officer in the register: a sergeant of patrol. */
async function officer(): Promise<string> {
  const body = { departmentId, badgeNumber: String(++badges), name: 'J. Quill', rank: 'Sergeant', unit: 'Patrol' };
  return created(await redress.request('POST', '/api/v1/officers', { as: cases.supervisor.token, body })).officerId;
}

describe('POST …/people', () => {
  it('adds a person in all their roles', async () => {
    const { complaintId } = await cases.investigated();
    const person = { roles: ['victim', 'witness'], name: 'Ana', gender: 'female', ageAtIncident: 17, injured: true };
    const { personId } = created(await cases.step(complaintId, 'people', person, cases.investigator));
    const { people } = await cases.caseFile(complaintId);
    expect(people.find((one: { personId: string }) => one.personId === personId)).toMatchObject({
      roles: ['victim', 'witness'],
      name: { present: true },
      contact: { present: false },
      gender: 'female',
      ageAtIncident: 17,
      injured: true,
    });
    expect(await cases.actions(complaintId)).toContain('person.add');
  });

  it.each([
    [{ roles: [] }, ['/roles array-not-empty']],
    [{ roles: ['bystander'] }, ['/roles/0 not-in-charter']],
    [{ roles: ['victim'], race: 'martian' }, ['/race not-in-charter']],
    [{ roles: ['victim'], ageAtIncident: 130 }, ['/ageAtIncident max']],
  ])('refuses %j', async (person, expected) => {
    const { complaintId } = await cases.file();
    const answer = await cases.step(complaintId, 'people', person);
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual(expected);
  });

  it('does not name a complainant who chose to stay anonymous', async () => {
    const { complaintId } = await cases.file({ anonymous: true });
    const answer = await cases.step(complaintId, 'people', { roles: ['complainant'], name: 'Rosa' });
    expect(faults(answer)).toEqual(['/name complainant-is-anonymous']);
    created(await cases.step(complaintId, 'people', { roles: ['witness'], name: 'Ana' }));
  });

  it('comes too late once findings are drafted', async () => {
    const { complaintId } = await cases.handedIn();
    const answer = await cases.step(complaintId, 'people', { roles: ['witness'], name: 'Ana' });
    expect([answer.status, answer.body.code]).toEqual([409, 'status-forbids']);
  });
});

describe('POST …/officers', () => {
  it('notes rank and unit as they are now, unless told what they were', async () => {
    const { complaintId } = await cases.file();
    await cases.step(complaintId, 'officers', { officerId: await officer() });
    await cases.step(complaintId, 'officers', {
      officerId: await officer(),
      role: 'witness',
      rankAtIncident: 'Officer',
    });
    const { officers } = await cases.caseFile(complaintId);
    expect(officers).toMatchObject([
      { role: 'subject', rankAtIncident: 'Sergeant', unitAtIncident: 'Patrol', name: 'J. Quill', identifiedAt: null },
      { role: 'witness', rankAtIncident: 'Officer', unitAtIncident: 'Patrol' },
    ]);
  });

  it('takes an officer once', async () => {
    const { complaintId } = await cases.file();
    const officerId = await officer();
    created(await cases.step(complaintId, 'officers', { officerId }));
    const again = await cases.step(complaintId, 'officers', { officerId, role: 'witness' });
    expect([again.status, again.body.code]).toEqual([409, 'officer-in-case-already']);
  });

  it.each([
    [{}, '/officerId known-or-described'],
    [{ officerId: '01890000-0000-7000-8000-000000000000', description: 'Tall' }, '/officerId known-or-described'],
    [{ officerId: '01890000-0000-7000-8000-000000000000' }, '/officerId no-such-officer'],
    [{ officerId: 'quill' }, '/officerId is-uuid'],
  ])('refuses %j', async (body, fault) => {
    const { complaintId } = await cases.file();
    expect(faults(await cases.step(complaintId, 'officers', body))).toEqual([fault]);
  });
});

describe('POST …/officers/:complaintOfficerId/identification', () => {
  it('gives an unknown officer a name, and keeps what was described and when it was known', async () => {
    const { complaintId } = await cases.file();
    const { complaintOfficerId } = created(await cases.step(complaintId, 'officers', { description: 'Tall, car 12' }));
    const officerId = await officer();
    done(
      await cases.step(complaintId, `officers/${complaintOfficerId}/identification`, {
        officerId,
        means: 'roster',
        unitAtIncident: 'Traffic',
      }),
    );
    const { officers } = await cases.caseFile(complaintId);
    expect(officers).toMatchObject([
      {
        complaintOfficerId,
        officerId,
        description: { present: true },
        rankAtIncident: 'Sergeant',
        unitAtIncident: 'Traffic',
      },
    ]);
    expect(officers[0].identifiedAt).toEqual(expect.any(String));
    expect(await cases.actions(complaintId)).toEqual(['complaint.file', 'officer.add', 'officer.identify']);
    const again = await cases.step(complaintId, `officers/${complaintOfficerId}/identification`, {
      officerId: await officer(),
      means: 'video',
    });
    expect([again.status, again.body.code]).toEqual([409, 'identified-already']);
  });

  it('does not make two officers of a case one', async () => {
    const { complaintId } = await cases.file();
    const officerId = await officer();
    await cases.step(complaintId, 'officers', { officerId });
    const { complaintOfficerId } = created(await cases.step(complaintId, 'officers', { description: 'Tall' }));
    const answer = await cases.step(complaintId, `officers/${complaintOfficerId}/identification`, {
      officerId,
      means: 'badge',
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'officer-in-case-already']);
  });

  it('finds no officer of another case', async () => {
    const one = await cases.file();
    const other = await cases.file();
    const { complaintOfficerId } = created(await cases.step(one.complaintId, 'officers', { description: 'Tall' }));
    for (const id of [complaintOfficerId, 'not-an-id']) {
      const answer = await cases.step(other.complaintId, `officers/${id}/identification`, {
        officerId: await officer(),
        means: 'badge',
      });
      expect(answer.status).toBe(404);
    }
  });
});

describe('POST …/allegations', () => {
  it("stands against one officer of the case, in the charter's words", async () => {
    const { complaintId } = await cases.file();
    const { complaintOfficerId } = created(await cases.step(complaintId, 'officers', { description: 'Tall' }));
    const { allegationId } = created(
      await cases.step(complaintId, 'allegations', { complaintOfficerId, category: 'bias' }),
    );
    expect((await cases.caseFile(complaintId)).allegations).toMatchObject([
      { allegationId, complaintOfficerId, category: 'bias' },
    ]);
  });

  it('refuses an unknown category, a witness, and an officer of another case', async () => {
    const { complaintId } = await cases.file();
    const other = await cases.file();
    const subject = created(await cases.step(complaintId, 'officers', { description: 'Tall' }));
    const witness = created(await cases.step(complaintId, 'officers', { description: 'Short', role: 'witness' }));
    const elsewhere = created(await cases.step(other.complaintId, 'officers', { description: 'Tall' }));
    const allege = (complaintOfficerId: string, category: string) =>
      cases.step(complaintId, 'allegations', { complaintOfficerId, category });
    expect(faults(await allege(subject.complaintOfficerId, 'rudeness'))).toEqual(['/category not-in-charter']);
    expect(faults(await allege(witness.complaintOfficerId, 'bias'))).toEqual(['/complaintOfficerId not-a-subject']);
    expect(faults(await allege(elsewhere.complaintOfficerId, 'bias'))).toEqual(['/complaintOfficerId not-a-subject']);
  });

  it('has no place in a commendation', async () => {
    const { complaintId } = await cases.file({ kind: 'commendation' });
    const { complaintOfficerId } = created(await cases.step(complaintId, 'officers', { description: 'Kind' }));
    const answer = await cases.step(complaintId, 'allegations', { complaintOfficerId, category: 'bias' });
    expect([answer.status, answer.body.code]).toEqual([409, 'commendation-alleges-nothing']);
  });
});
