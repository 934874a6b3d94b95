import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { localDay } from '../../src/shared/local-day.js';
import { CaseBuilder, created, done, faults } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let cases: CaseBuilder;
beforeAll(async () => {
  redress = await TestApp.start();
  cases = await CaseBuilder.open(redress);
});
afterAll(() => redress.stop());

const today = (): string => localDay(new Date(), 'America/Chicago');
const named = () => cases.file({ complainant: { name: 'Señora Núñez' }, language: 'es' });
const anonymous = () => cases.file({ anonymous: true });
const get = (complaintId: string, address: string, as = cases.supervisor.token) =>
  redress.request('GET', `/api/v1/complaints/${complaintId}/letters${address}`, { as });
const write = async (complaintId: string, body: object): Promise<string> =>
  created(await cases.step(complaintId, 'letters', body)).letterId;
const deliver = (complaintId: string, letterId: string, body: object) =>
  cases.step(complaintId, `letters/${letterId}/delivery`, { on: today(), ...body });
const portal = (receipt: string) =>
  redress.request('GET', `/api/v1/jurisdictions/${redress.jurisdiction.slug}/my-complaint/letters`, { receipt });

describe('a letter', () => {
  it('is filled from the case in its language, and shown before it is written', async () => {
    const { complaintId, caseNumber } = await named();
    const preview = await cases.step(complaintId, 'letters/preview', { template: 'acknowledgement' });
    expect(preview.body).toMatchObject({ language: 'es', subject: `Hemos recibido su queja ${caseNumber}` });
    expect(preview.body.body).toMatch(/^Estimado\/a Señora Núñez:\n\nRecibimos su queja el \d+ de \w+ de \d{4}\./);
    expect((await get(complaintId, '')).body.items).toEqual([]);
    const english = await cases.step(complaintId, 'letters/preview', { template: 'acknowledgement', language: 'en' });
    expect(english.body.body).toContain('City of Riverton');
  });

  it('keeps its words when the case goes on, sealed', async () => {
    const { complaintId } = await named();
    const letterId = await write(complaintId, { template: 'status', language: 'en', values: { nextBy: '2027-03-04' } });
    created(await cases.step(complaintId, 'screening', { decision: 'accept' }));
    const { body } = await get(complaintId, `/${letterId}`);
    expect(body.body).toContain('at this stage: Received. We expect the next step by March 4, 2027.');
    const { rows } = await redress.database.owner.query<{ body_cipher: Buffer }>(
      'SELECT body_cipher FROM redress.letter WHERE id = $1',
      [letterId],
    );
    expect(rows[0]!.body_cipher.includes('stage')).toBe(false);
    expect(await cases.actions(complaintId)).toEqual(expect.arrayContaining(['letter.write', 'letter.read-text']));
  });

  it('is refused with the name of what is missing, of what is not there, and of what the charter has not', async () => {
    const { complaintId } = await named();
    const lacking = await cases.step(complaintId, 'letters', { template: 'decline', language: 'en' });
    expect([lacking.status, lacking.body.code]).toEqual([422, 'letter-lacks-values']);
    expect(faults(lacking)).toEqual(['/values/appealUntil value-missing', '/values/reason value-missing']);
    expect(faults(await cases.step(complaintId, 'letters', { template: 'love' }))).toEqual([
      '/template not-in-charter',
    ]);
    const french = await cases.step(complaintId, 'letters', { template: 'status', language: 'fr' });
    expect(faults(french)).toEqual(['/language no-such-language']);
    const other = await named();
    const { people } = await cases.caseFile(other.complaintId);
    const stranger = { template: 'status', personId: people[0].personId };
    expect(faults(await cases.step(complaintId, 'letters', stranger))).toEqual(['/personId nobody-to-write-to']);
  });

  it('comes as PDF, the same bytes each time, and not with characters that its fonts lack', async () => {
    const { complaintId } = await named();
    const letterId = await write(complaintId, { template: 'acknowledgement' });
    const pdf = await get(complaintId, `/${letterId}/pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    expect((await get(complaintId, `/${letterId}/pdf`)).text).toBe(pdf.text);
    const strange = await write(complaintId, { template: 'acknowledgement', values: { name: 'Łukasz' } });
    const refused = await get(complaintId, `/${strange}/pdf`);
    expect([refused.status, refused.body.code]).toEqual([422, 'letter-unprintable']);
  });

  it('stops the clock of acknowledgement when it is sent, and tells what became of it', async () => {
    const { complaintId } = await named();
    const clock = async () =>
      (
        await redress.request('GET', `/api/v1/complaints/${complaintId}/deadlines`, { as: cases.supervisor.token })
      ).body.items.find(({ rule }: { rule: string }) => rule === 'acknowledgement').state;
    const letterId = await write(complaintId, { template: 'acknowledgement' });
    expect(await clock()).toBe('running');
    expect(faults(await deliver(complaintId, letterId, { to: 'sent' }))).toEqual(['/way way-of-sending']);
    expect((await deliver(complaintId, letterId, { to: 'delivered' })).body.code).toBe('letter-stands-elsewhere');
    done(await deliver(complaintId, letterId, { to: 'sent', way: 'mail' }));
    expect(await clock()).toBe('met');
    done(await deliver(complaintId, letterId, { to: 'returned' }));
    done(await deliver(complaintId, letterId, { to: 'sent', way: 'hand' }));
    const [letter] = (await get(complaintId, '')).body.items;
    expect(letter.status).toBe('sent');
    expect(letter.steps.map(({ to, way }: { to: string; way: string }) => [to, way])).toEqual([
      ['sent', 'mail'],
      ['returned', null],
      ['sent', 'hand'],
    ]);
  });

  it('is sent once when two send it at once', async () => {
    const { complaintId } = await named();
    const letterId = await write(complaintId, { template: 'acknowledgement' });
    const send = () => deliver(complaintId, letterId, { to: 'sent', way: 'mail' });
    expect((await Promise.all([send(), send(), send()])).map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  });

  it('reaches an anonymous complainant in the portal alone, and by SQL no other way either', async () => {
    const { complaintId, receiptCode } = await anonymous();
    const letterId = await write(complaintId, { template: 'acknowledgement', values: { name: 'complainant' } });
    expect(faults(await deliver(complaintId, letterId, { to: 'sent', way: 'mail' }))).toEqual(['/way portal-only']);
    expect((await portal(receiptCode)).body.items).toEqual([]);
    done(await deliver(complaintId, letterId, { to: 'sent', way: 'portal' }));
    const { body, text } = await portal(receiptCode);
    expect(body.items).toMatchObject([{ letterId, subject: expect.stringContaining('We have your complaint') }]);
    expect(text).not.toContain(cases.supervisor.staffId);
    const another = await anonymous();
    expect((await portal(another.receiptCode)).body.items).toEqual([]);
    const forged = redress.database.owner.query(
      `INSERT INTO redress.letter_step SELECT jurisdiction_id, letter_id, 2, complaint_id, portal_only, 'sent', 'mail',
         on_day, recorded_by, recorded_at FROM redress.letter_step WHERE letter_id = $1`,
      [letterId],
    );
    await expect(forged).rejects.toMatchObject({ code: '23514' });
  });

  it('to a witness does not go to the portal, which is the complainant’s', async () => {
    const { complaintId } = await named();
    const { personId } = created(await cases.step(complaintId, 'people', { roles: ['witness'], name: 'Ann' }));
    const letterId = await write(complaintId, { template: 'acknowledgement', personId });
    const sent = await deliver(complaintId, letterId, { to: 'sent', way: 'portal' });
    expect(faults(sent)).toEqual(['/way not-their-portal']);
  });

  it('is for who may read identities, and behind the wall of recusal', async () => {
    const { complaintId } = await named();
    const letterId = await write(complaintId, { template: 'acknowledgement' });
    const auditor = await redress.staff('auditor');
    expect((await get(complaintId, `/${letterId}`, auditor.token)).status).toBe(403);
    expect((await get(complaintId, `/${letterId}`, cases.investigator.token)).status).toBe(404);
    const recused = await redress.staff('supervisor');
    created(await cases.step(complaintId, 'recusals', { reason: 'other' }, recused));
    expect((await get(complaintId, `/${letterId}/pdf`, recused.token)).status).toBe(404);
    const elsewhere = await named();
    expect((await get(elsewhere.complaintId, `/${letterId}`)).status).toBe(404);
  });
});

describe('a charter', () => {
  it('is refused with a placeholder that nothing fills', async () => {
    const director = await redress.staff('director');
    const letters = [
      { code: 'x', label: 'X', texts: [{ language: 'en', subject: 'Hello', body: 'Dear {{nmae}}, {{ name }} {{' }] },
    ];
    const document = { ...genericCharter, letters };
    const body = { document, effectiveFrom: '2030-01-01' };
    const answer = await redress.request('POST', '/api/v1/charters', { as: director.token, body });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('{{nmae}}');
    expect(answer.text).toContain('{{ name }}');
  });
});
