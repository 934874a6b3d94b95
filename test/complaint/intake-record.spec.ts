import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { TestApp } from '../support/test-app.js';
import { CaseBuilder, created, done, faults } from './case-builder.js';

const charter = {
  ...genericCharter,
  complainants: { ...genericCharter.complainants, affidavit: { required: true, override: true } },
};
let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start(charter);
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const TOLD = {
  complainant: { name: 'Rosa Delgado', contact: '555-0100', roles: ['victim', 'guardian'] },
  language: 'es-MX',
  accommodations: ['interpreter', 'wheelchair'],
  retaliationFeared: true,
  retaliationTold: 'He said that he knows my street.',
  pendingCharges: true,
  pendingSuit: false,
  preferredContact: 'phone',
  privacy: 'police_not_public',
};
const accept = (complaintId: string) => cases.step(complaintId, 'screening', { decision: 'accept' });

describe('what staff record at the door', () => {
  it('stands in the case file, with what to keep in mind; the fear itself is sealed', async () => {
    const { complaintId } = await cases.file(TOLD);
    const file = await cases.caseFile(complaintId);
    expect(file).toMatchObject({
      language: 'es-MX',
      people: [{ roles: ['complainant', 'victim', 'guardian'] }],
      intake: {
        takenInBy: cases.supervisor.staffId,
        privacy: 'police_not_public',
        shielded: false,
        accommodations: ['interpreter', 'wheelchair'],
        retaliationFeared: true,
        retaliation: { present: true },
        pendingCharges: true,
        pendingSuit: false,
        preferredContact: 'phone',
        affidavitReceivedOn: null,
        affidavitOverridden: false,
      },
      messages: { count: 0, unread: 0 },
    });
    expect(file.cautions.map(({ code }: { code: string }) => code)).toEqual(['retaliation_feared', 'pending_charges']);
    expect(JSON.stringify(file)).not.toContain('knows my street');
    const texts = await redress.request('GET', `/api/v1/complaints/${complaintId}/texts`, {
      as: cases.supervisor.token,
    });
    expect(texts.body).toMatchObject({ retaliation: TOLD.retaliationTold, people: [{ name: 'Rosa Delgado' }] });
    expect(await cases.actions(complaintId)).toEqual(['complaint.file', 'complaint.read-texts']);
  });

  it.each(genericCharter.intake.channels.map(({ code }) => code))('takes what comes by %s', async (channel) => {
    const { complaintId } = await cases.file({ channel });
    expect((await cases.caseFile(complaintId)).channel).toBe(channel);
  });

  it.each([
    [{ language: 'tlh' }, ['/language not-in-charter']],
    [{ accommodations: ['butler'] }, ['/accommodations/0 not-in-charter']],
    [{ privacy: 'secret' }, ['/privacy not-in-charter']],
    [{ anonymous: true, privacy: 'open' }, ['/privacy anonymous-but-open']],
    [{ anonymous: true, preferredContact: 'phone' }, ['/preferredContact no-way-to-reach']],
    [{ retaliationTold: 'He knows my street.' }, ['/retaliationFeared fear-not-said']],
    [{ preferredContact: 'pigeon' }, ['/preferredContact is-in']],
    [{ complainant: { roles: ['interpreter'] } }, ['/complainant/roles is-in']],
    [
      { takenInBy: '018f0000-0000-7000-8000-000000000001', shielded: true },
      ['/shielded unknown-field', '/takenInBy unknown-field'],
    ],
  ])('refuses %j, and says where', async (body, expected) => {
    const answer = await redress.request('POST', '/api/v1/complaints', {
      as: cases.supervisor.token,
      body: { channel: 'phone', narrative: 'He pushed me.', ...body },
    });
    expect([answer.status, faults(answer)]).toEqual([422, expected]);
  });

  it('is recorded anew when it changes; what is left out stands, and a fear that is gone takes its words along', async () => {
    const { complaintId } = await cases.file(TOLD);
    done(await cases.step(complaintId, 'circumstances', { pendingSuit: true, language: 'en' }));
    expect((await cases.caseFile(complaintId)).intake).toMatchObject({
      pendingCharges: true,
      pendingSuit: true,
      retaliation: { present: true },
    });
    done(await cases.step(complaintId, 'circumstances', { pendingCharges: false, retaliationFeared: false }));
    const { intake, cautions } = await cases.caseFile(complaintId);
    expect(intake).toMatchObject({ pendingCharges: false, pendingSuit: true, retaliation: { present: false } });
    expect(cautions.map(({ code }: { code: string }) => code)).toEqual(['pending_suit']);
    const { body } = await redress.request('GET', `/api/v1/complaints/${complaintId}/history`, {
      as: cases.supervisor.token,
    });
    expect(body.items.at(-1).details).toEqual({
      fields: ['pendingCharges', 'retaliationFeared'],
      ...{ pendingCharges: false, pendingSuit: null, retaliationFeared: false },
    });
    expect(faults(await cases.step(complaintId, 'circumstances', { accommodations: ['butler'] }))).toEqual([
      '/accommodations/0 not-in-charter',
    ]);
  });
});

describe('a charter that wants a sworn statement', () => {
  it('keeps a case at the door until it has come', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa' } });
    const early = await accept(complaintId);
    expect([early.status, early.body.code]).toEqual([409, 'affidavit-missing']);
    expect((await cases.caseFile(complaintId)).status).toBe('filed');
    expect(faults(await cases.step(complaintId, 'affidavit', { receivedOn: '2999-01-01' }))).toEqual([
      '/receivedOn in-the-future',
    ]);
    const intake = await redress.staff('intake');
    done(await cases.step(complaintId, 'affidavit', { receivedOn: '2026-01-15' }, intake));
    const again = await cases.step(complaintId, 'affidavit', { receivedOn: '2026-01-15' });
    expect([again.status, again.body.code]).toEqual([409, 'affidavit-recorded']);
    created(await accept(complaintId));
    expect((await cases.caseFile(complaintId)).intake.affidavitReceivedOn).toBe('2026-01-15');
  });

  it('lets a supervisor, and nobody else, go without it, with a reason that is sealed', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa' } });
    const body = { reason: 'The film shows all of it.' };
    const intake = await redress.staff('intake');
    expect((await cases.step(complaintId, 'affidavit/override', body, intake)).status).toBe(403);
    done(await cases.step(complaintId, 'affidavit/override', body));
    created(await accept(complaintId));
    expect((await cases.caseFile(complaintId)).intake).toMatchObject({ affidavitOverridden: true });
    const { body: texts } = await redress.request('GET', `/api/v1/complaints/${complaintId}/texts`, {
      as: cases.supervisor.token,
    });
    expect(texts.notes).toMatchObject([{ kind: 'affidavit', text: body.reason }]);
    expect(await cases.actions(complaintId)).toContain('affidavit.override');
  });

  it('asks none of praise, nor of what the agency takes up by itself, nor to decline', async () => {
    const praise = await cases.file({ kind: 'commendation', complainant: { name: 'Rosa' } });
    const own = await cases.file({ channel: 'self_initiated' });
    for (const { complaintId } of [praise, own]) created(await accept(complaintId));
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa' } });
    created(await cases.step(complaintId, 'screening', { decision: 'decline', reason: 'Nine years ago.' }));
  });

  it('cannot be met by rewriting: what was recorded stays, for raw SQL too', async () => {
    const { complaintId } = await cases.file({ complainant: { name: 'Rosa' } });
    done(await cases.step(complaintId, 'affidavit', { receivedOn: '2026-01-15' }));
    await expect(
      redress.database.owner.query('UPDATE redress.affidavit SET received_on = $2 WHERE complaint_id = $1', [
        complaintId,
        '2026-01-01',
      ]),
    ).rejects.toMatchObject({ code: 'RD001' });
  });
});
