import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

let redress: TestApp;
let cases: CaseBuilder;
let departmentId: string;
let badges = 0;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
  departmentId = (await redress.department('Riverton Police')).id;
});
afterAll(() => redress.stop());

const officer = async (more: object = {}): Promise<string> => {
  const body = { departmentId, badgeNumber: String(++badges), rank: 'Officer', unit: 'Patrol', ...more };
  return created(await redress.request('POST', '/api/v1/officers', { as: cases.supervisor.token, body })).officerId;
};
const post = (officerId: string, body: object): Promise<Answer> =>
  redress.request('POST', `/api/v1/officers/${officerId}/posts`, { as: cases.supervisor.token, body });
const posts = async (officerId: string): Promise<Answer['body'][]> =>
  (await redress.request('GET', `/api/v1/officers/${officerId}/posts`, { as: cases.investigator.token })).body.items;
const officersOf = async (complaintId: string): Promise<Answer['body'][]> =>
  (await cases.caseFile(complaintId)).officers;

/** Rank, unit, command and where they are from, as the case notes them for an incident of that day. */
async function noted(officerId: string, incidentOn: string | undefined, told: object = {}): Promise<unknown[]> {
  const { complaintId } = await cases.file({ incidentOn });
  created(await cases.step(complaintId, 'officers', { officerId, ...told }));
  const [one] = await officersOf(complaintId);
  return [one.rankAtIncident, one.unitAtIncident, one.commandAtIncident, one.incidentBasis];
}

describe("an officer's posts", () => {
  it('are a list that grows: what they were since when, and what was told wrongly', async () => {
    const officerId = await officer();
    created(await post(officerId, { rank: 'Sergeant', command: '75th Precinct', from: '2022-05-01' }));
    const { postId } = created(await post(officerId, { unit: 'Narcotics', from: '2023-03-01' }));
    created(await post(officerId, { unit: 'Vice', from: '2023-04-01', supersedes: postId }));
    expect(faults(await post(officerId, { unit: 'Traffic', from: '2023-05-01', supersedes: postId }))).toEqual([
      '/supersedes no-such-post',
    ]);
    expect(faults(await post(officerId, { from: '2023-05-01' }))).toEqual(['/rank no-post']);
    expect(await posts(officerId)).toMatchObject([
      { rank: 'Officer', unit: 'Patrol', command: null, from: null, until: '2022-04-30', standing: true },
      { rank: 'Sergeant', unit: null, command: '75th Precinct', from: '2022-05-01', until: '2023-03-31' },
      { unit: 'Narcotics', from: '2023-03-01', until: null, standing: false },
      { unit: 'Vice', from: '2023-04-01', until: null, standing: true, supersedes: postId },
    ]);
    const rewritten = redress.database.owner.query(`UPDATE redress.officer_post SET unit = 'Traffic' WHERE id = $1`, [
      postId,
    ]);
    await expect(rewritten).rejects.toMatchObject({ code: 'RD001' });
    const { body } = await redress.request(
      'GET',
      `/api/v1/officers?departmentId=${departmentId}&badgeNumber=${badges}`,
      {
        as: cases.supervisor.token,
      },
    );
    expect(body.items).toMatchObject([{ rank: 'Sergeant', unit: 'Vice', command: '75th Precinct' }]);
    const unknown = await redress.request('GET', `/api/v1/officers/${departmentId}/posts`, {
      as: cases.supervisor.token,
    });
    expect(unknown.status).toBe(404);
  });

  it('say what the officer was at an incident, whatever they became since', async () => {
    const officerId = await officer();
    expect(await noted(officerId, '2021-01-01')).toEqual(['Officer', 'Patrol', null, 'register']);
    created(await post(officerId, { rank: 'Sergeant', from: '2022-05-01' }));
    created(await post(officerId, { rank: 'Lieutenant', command: 'Internal Affairs', from: '2024-01-01' }));
    expect(await noted(officerId, '2022-04-30')).toEqual(['Officer', 'Patrol', null, 'posts']);
    expect(await noted(officerId, '2022-05-01')).toEqual(['Sergeant', 'Patrol', null, 'posts']);
    expect(await noted(officerId, '2024-02-01')).toEqual(['Lieutenant', 'Patrol', 'Internal Affairs', 'posts']);
    expect(await noted(officerId, undefined)).toEqual(['Lieutenant', 'Patrol', 'Internal Affairs', 'register']);
    expect(await noted(officerId, '2022-05-01', { unitAtIncident: 'Vice' })).toEqual([
      'Sergeant',
      'Vice',
      null,
      'told',
    ]);
    // Of one who came with a later post alone, the day before is not known: nothing is made up.
    const later = await officer({ rank: undefined, unit: undefined });
    created(await post(later, { rank: 'Captain', from: '2024-01-01' }));
    expect(await noted(later, '2023-01-01')).toEqual([null, null, null, 'posts']);
  });

  it('stand in a case as they were noted, beside what is so now', async () => {
    const officerId = await officer({ command: 'North' });
    const { complaintId } = await cases.file({ incidentOn: '2024-01-01' });
    created(await cases.step(complaintId, 'officers', { officerId }));
    created(await post(officerId, { rank: 'Sergeant', command: 'South', from: '2023-01-01' }));
    expect(await officersOf(complaintId)).toMatchObject([
      { rankAtIncident: 'Officer', commandAtIncident: 'North', rankNow: 'Sergeant', commandNow: 'South' },
    ]);
  });
});

describe('the officers of a case', () => {
  it('may be of several departments, also those whom nobody can name', async () => {
    const transit = (await redress.department('Transit Police')).id;
    const { complaintId } = await cases.file();
    created(await cases.step(complaintId, 'officers', { officerId: await officer() }));
    created(await cases.step(complaintId, 'officers', { description: 'In transit blue', departmentId: transit }));
    const { departments, officers } = await cases.caseFile(complaintId);
    expect(departments).toMatchObject([{ departmentId }, { departmentId: transit }]);
    expect(officers).toMatchObject([{ departmentId }, { departmentId: transit, officerId: null }]);
    const add = (body: object) => cases.step(complaintId, 'officers', body);
    expect(faults(await add({ officerId: await officer(), departmentId }))).toEqual([
      '/departmentId known-or-described',
    ]);
    expect(faults(await add({ description: 'Tall', departmentId: complaintId }))).toEqual([
      '/departmentId no-such-department',
    ]);
    expect(faults(await add({ description: 'Tall', means: 'badge' }))).toEqual(['/means known-or-described']);
    // Who served there before is warned of, although the officer has no name.
    const former = await redress.staff('investigator');
    const served = `/api/v1/staff/${former.staffId}/former-departments`;
    const body = { departmentId: transit };
    const noted = await redress.request('POST', served, { as: (await redress.staff('administrator')).token, body });
    expect(noted.status).toBeLessThan(300);
    const url = `/api/v1/complaints/${complaintId}/conflicts/check?staffId=${former.staffId}`;
    const check = await redress.request('GET', url, { as: cases.supervisor.token });
    expect([...check.body.refusing, ...check.body.warnings]).toEqual(['former_department']);
  });

  it('are identified by somebody, at a time, by something; a wrong one is superseded and stays', async () => {
    const { complaintId } = await cases.file({ incidentOn: '2023-06-01' });
    const { complaintOfficerId } = created(await cases.step(complaintId, 'officers', { description: 'Tall, car 12' }));
    const [wrong, right] = [await officer(), await officer({ unit: 'Traffic' })];
    const identify = (body: object) => cases.step(complaintId, `officers/${complaintOfficerId}/identification`, body);
    expect(faults(await identify({ officerId: wrong }))).toContain('/means is-string');
    expect(faults(await identify({ officerId: wrong, means: 'hunch' }))).toEqual(['/means not-in-charter']);
    expect((await identify({ officerId: wrong, means: 'roster', replaces: complaintId, reason: 'x' })).body.code).toBe(
      'not-identified',
    );
    done(await identify({ officerId: wrong, means: 'roster', reason: 'Car 12 was his.' }));
    const [{ identifications }] = await officersOf(complaintId);
    const [{ identificationId }] = identifications;
    const corrected = { officerId: right, means: 'video', replaces: identificationId };
    expect(faults(await identify(corrected))).toEqual(['/reason reason-needed']);
    const answers = await Promise.all(
      [right, await officer()].map((officerId) => identify({ ...corrected, officerId, reason: 'Her face.' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [{ identifications: chain, officerId, identifiedAt }] = await officersOf(complaintId);
    expect(chain).toMatchObject([
      { officerId: wrong, means: 'roster', reason: { present: true }, recordedBy: cases.supervisor.staffId },
      { means: 'video', supersedes: identificationId, reason: { present: true } },
    ]);
    expect([officerId, identifiedAt]).toEqual([chain[1].officerId, expect.any(String)]);
    const { notes } = (
      await redress.request('GET', `/api/v1/complaints/${complaintId}/texts`, { as: cases.supervisor.token })
    ).body;
    expect(notes).toMatchObject([{ text: 'Car 12 was his.' }, { text: 'Her face.' }]);
    const rewritten = redress.database.owner.query('UPDATE redress.officer_identification SET officer_id = $1', [
      right,
    ]);
    await expect(rewritten).rejects.toMatchObject({ code: 'RD001' });
  });

  it('are put right too when they were known from the start and it was not they', async () => {
    const { complaintId } = await cases.file();
    const [wrong, right] = [await officer(), await officer()];
    const added = await cases.step(complaintId, 'officers', { officerId: wrong, means: 'badge' });
    const { complaintOfficerId } = created(added);
    const [{ identifications }] = await officersOf(complaintId);
    const corrected = { officerId: right, means: 'own_statement', reason: 'They share a locker.' };
    const replaces = identifications[0].identificationId;
    const where = `officers/${complaintOfficerId}/identification`;
    done(await cases.step(complaintId, where, { ...corrected, replaces }));
    done(await cases.step(complaintId, `${where}/undo`, { reason: 'Neither of them.' }));
    const [{ identifications: chain, ...now }] = await officersOf(complaintId);
    expect(chain).toMatchObject([
      { officerId: wrong, means: 'badge', supersedes: null },
      { officerId: right, means: 'own_statement', supersedes: replaces },
      { officerId: null, supersedes: chain[1].identificationId },
    ]);
    expect(now).toMatchObject({ officerId: null, rankAtIncident: null, incidentBasis: null });
  });
});
