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

const related = async (complaintId: string, as = cases.supervisor) =>
  (await redress.request('GET', `/api/v1/complaints/${complaintId}/related`, { as: as.token })).body.items;
const rosa = { name: 'Rosa Lopez', contact: '(312) 555-0142' };
const link = (complaintId: string, linkedComplaintId: string, kind = 'duplicate', as = cases.supervisor) =>
  cases.step(complaintId, 'links', { linkedComplaintId, kind, reason: 'The same stop.' }, as);

describe('GET …/related', () => {
  it('suggests by contact, place and time, likeliest first, and never by what is sealed or anonymous', async () => {
    const here = { incidentOn: '2024-03-09', district: '7', beat: '0712' };
    const one = await cases.file({ complainant: rosa, ...here });
    const sameWoman = await cases.file({ complainant: { name: 'LOPEZ, Rosa', contact: '+1 312.555.0142' } });
    const samePlace = await cases.file({ ...here, incidentOn: '2024-03-10', anonymous: true });
    const both = await cases.file({ complainant: { name: 'R.', contact: '312 555 0142' }, ...here });
    await cases.file({ complainant: { name: 'Ana Diaz', contact: '312 555 0199' }, incidentOn: '2023-01-01' });
    expect(await related(one.complaintId)).toMatchObject([
      { complaintId: both.complaintId, score: 0.75, reasons: ['same_contact', 'same_place_and_time'] },
      { complaintId: sameWoman.complaintId, score: 0.4, reasons: ['same_contact'] },
      { complaintId: samePlace.complaintId, score: 0.35, reasons: ['same_place_and_time'] },
    ]);
    const { rows } = await redress.database.owner.query('SELECT FROM redress.contact_index WHERE complaint_id = $1', [
      samePlace.complaintId,
    ]);
    expect(rows).toEqual([]);
    const { rows: open } = await redress.database.owner.query<{ text: string }>(
      `SELECT string_agg(i::text, ' ') AS text FROM redress.contact_index i`,
    );
    expect(open[0]!.text).not.toMatch(/rosa|lopez|5550142|555.0142/i);
  });

  it('suggests by officer, and shows no case that is hidden from whoever asks', async () => {
    const { id: departmentId } = await redress.department('Riverton PD');
    const { officerId } = created(
      await redress.request('POST', '/api/v1/officers', {
        as: cases.supervisor.token,
        body: { departmentId, badgeNumber: '4411', rank: 'Sergeant', unit: 'Patrol' },
      }),
    );
    const [one, other] = [await cases.accepted(), await cases.accepted()];
    for (const { complaintId } of [one, other])
      created(await cases.step(complaintId, 'officers', { role: 'subject', officerId }));
    expect(await related(one.complaintId)).toMatchObject([
      { complaintId: other.complaintId, reasons: ['same_officers'] },
    ]);
    expect(await cases.caseFile(one.complaintId)).toMatchObject({
      departments: [{ departmentId, name: 'Riverton PD' }],
      officers: [{ rankAtIncident: 'Sergeant', rankNow: 'Sergeant', unitNow: 'Patrol' }],
    });
    const recused = await redress.staff('supervisor');
    created(await cases.step(other.complaintId, 'recusals', { staffId: recused.staffId, reason: 'other' }));
    expect(await related(one.complaintId, recused)).toEqual([]);
  });
});

describe('a link', () => {
  it('is seen from both sides, is kept when it ends, and can then be made anew', async () => {
    const [one, other] = [await cases.file(), await cases.file()];
    const { linkId } = created(await link(one.complaintId, other.complaintId));
    const again = await link(other.complaintId, one.complaintId, 'related');
    expect([again.status, again.body.code]).toEqual([409, 'linked-already']);
    const seen = { linkId, kind: 'duplicate', endedAt: null };
    expect((await cases.caseFile(one.complaintId)).links).toMatchObject([
      { ...seen, caseNumber: other.caseNumber, outgoing: true },
    ]);
    expect((await cases.caseFile(other.complaintId)).links).toMatchObject([
      { ...seen, caseNumber: one.caseNumber, outgoing: false },
    ]);
    expect((await cases.step(other.complaintId, `links/${linkId}/end`, {})).status).toBe(422);
    done(await cases.step(other.complaintId, `links/${linkId}/end`, { reason: 'Another street' }));
    expect((await cases.step(other.complaintId, `links/${linkId}/end`, { reason: 'x' })).status).toBe(404);
    created(await link(other.complaintId, one.complaintId, 'same_incident'));
    const { links } = await cases.caseFile(one.complaintId);
    expect(links).toMatchObject([{ endedAt: expect.any(String) }, { kind: 'same_incident', endedAt: null }]);
    expect(await cases.actions(one.complaintId)).toEqual([
      'complaint.file',
      ...['complaint.link', 'complaint.unlink', 'complaint.link'],
    ]);
  });

  it('is hidden with either of its cases, in the file and in the history, and cannot be made blind', async () => {
    const [one, other, third] = [await cases.file(), await cases.file(), await cases.file()];
    created(await link(one.complaintId, other.complaintId));
    const recused = await redress.staff('supervisor');
    created(await cases.step(other.complaintId, 'recusals', { staffId: recused.staffId, reason: 'other' }));
    const base = `/api/v1/complaints/${one.complaintId}`;
    for (const url of [base, `${base}/history`, `${base}/related`]) {
      const { status, text } = await redress.request('GET', url, { as: recused.token });
      expect(status).toBe(200);
      expect(text).not.toContain(other.caseNumber);
      expect(text).not.toContain(other.complaintId);
    }
    expect(faults(await link(third.complaintId, other.complaintId, 'related', recused))).toEqual([
      '/linkedComplaintId no-such-case',
    ]);
    expect(faults(await link(third.complaintId, third.complaintId))).toEqual(['/linkedComplaintId same-case']);
  });

  it('is made once of two who make it at the same moment from both sides', async () => {
    const [one, other] = [await cases.file(), await cases.file()];
    const answers = await Promise.all([
      link(one.complaintId, other.complaintId),
      link(other.complaintId, one.complaintId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
