import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../src/charter/index.js';
import { TestApp } from '../support/test-app.js';
import { receiptOn, sendFiles, sendForm, wordsOf } from './form-post.js';

let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo = (name = 'photo.png') => ({ name, type: 'image/png', bytes: PNG });
const NOTHING = { name: '', type: 'application/octet-stream', bytes: Buffer.alloc(0) };
const told = { lang: 'en', anonymous: 'yes', kind: 'complaint', narrative: 'He took my umbrella.\nThen he laughed.' };
const rows = async (sql: string, ...values: unknown[]) => (await redress.database.owner.query(sql, values)).rows;
const complaints = async (): Promise<number> =>
  (await rows('SELECT count(*)::int AS n FROM redress.complaint'))[0].n as number;
const caseOf = async (text: string) => {
  const [number] = /\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(text) ?? [];
  const [found] = await rows('SELECT * FROM redress.complaint WHERE case_number = $1', number);
  return found;
};
const field = (html: string, name: string): string =>
  new RegExp(`<(?:input|textarea|select)[^>]*name="${name}"[\\s\\S]*?(?:/>|</textarea>|</select>)`).exec(html)?.[0] ??
  '';

describe('GET /complain/:jurisdiction', () => {
  it('asks in the words of the charter, every field with its label', async () => {
    const page = await redress.request('GET', '/complain/riverton');
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(page.headers).not.toHaveProperty('set-cookie');
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/form-action 'self'.*script-src 'self'/),
    });
    const words = wordsOf(page);
    const { allegations, people, complainants } = genericCharter;
    for (const { label } of [...allegations, ...people.races, ...people.genders, ...complainants.privacyChoices])
      expect(words).toContain(label);
    const ids = [...page.text.matchAll(/<(?:input|textarea|select)(?![^>]*type="hidden")[^>]*? id="([^"]+)"/g)];
    expect(ids.length).toBeGreaterThan(40);
    for (const [, id] of ids) expect(page.text).toContain(`<label for="${id!}"`);
  });

  it('is in Spanish for who chooses it or whose browser prefers it, the charter in Spanish too', async () => {
    const chosen = await redress.request('GET', '/complain/riverton?lang=es');
    const preferred = await redress.request('GET', '/complain/riverton', { headers: { 'accept-language': 'es-MX' } });
    for (const { text } of [chosen, preferred]) {
      expect(text).toContain('<html lang="es">');
      for (const words of [
        'Cuéntenos qué pasó',
        'Trato discriminatorio',
        'Negra o afroamericana',
        'Nadie sabe mi nombre',
      ])
        expect(text).toContain(words);
      expect(text).not.toContain('Bias-based policing');
    }
  });

  it('is not there for a place that is not there', async () => {
    expect((await redress.request('GET', '/complain/nowhere')).status).toBe(404);
    expect((await sendForm(redress, '/complain/nowhere', told)).status).toBe(404);
  });
});

describe('POST /complain/:jurisdiction', () => {
  it('files what was written, as the API does, and shows the receipt once', async () => {
    const page = await sendFiles(
      redress,
      '/complain/riverton',
      {
        ...told,
        ...{
          incidentOn: '2026-01-31',
          place: 'Elm Street',
          district: '007',
          officerDescription: 'Tall, badge covered',
        },
        ...{ witnesses: 'A woman with a dog', allegations: ['bias', 'property'], roles: ['victim'], race: 'black' },
        ...{ gender: '', ageAtIncident: '30', language: 'es', accommodations: ['interpreter'], name: ' ', contact: '' },
        ...{ retaliationFeared: 'yes', retaliationTold: 'He patrols my street.', privacy: 'anonymous' },
      },
      [NOTHING],
    );
    expect([page.status, page.headers['cache-control'], page.headers['location']]).toEqual([
      201,
      'no-store',
      undefined,
    ]);
    const receipt = receiptOn(page);
    expect(receipt).toMatch(/^([0-9A-Z]{7}-){3}[0-9A-Z*~$=]{6}$/);
    const found = await caseOf(page.text);
    expect(found).toMatchObject({ anonymous: true, channel: 'web', district: '007', status: 'filed' });
    const { token } = await redress.staff('supervisor');
    const file = await redress.request('GET', `/api/v1/complaints/${found.id}`, { as: token });
    expect(file.body.allegations.map(({ category }: { category: string }) => category).sort()).toEqual([
      'bias',
      'property',
    ]);
    const texts = await redress.request('POST', `/api/v1/complaints/${found.id}/texts`, { as: token });
    expect(texts.text + file.text).toContain('interpreter');
    const mine = await redress.request('GET', '/api/v1/jurisdictions/riverton/my-complaint', { receipt });
    expect(mine.body).toMatchObject({ stage: 'Received', anonymous: true });
  });

  it('takes the files that come with it, sealed, and says which it could not take', async () => {
    const files = [photo(), { ...photo('run.exe'), bytes: Buffer.from('MZ\0\0\0\0\0\0') }, NOTHING, photo('two.png')];
    const page = await sendFiles(redress, '/complain/riverton', told, files);
    expect(page.status).toBe(201);
    const words = wordsOf(page);
    expect(words).toContain('File 1: we have it.');
    expect(words).toContain('File 2: we could not take it. We do not take this kind of file.');
    expect(words).toContain('File 3: we have it.');
    const found = await caseOf(page.text);
    const kept = await rows(
      'SELECT name_cipher, media_type FROM redress.evidence_file WHERE complaint_id = $1',
      found.id,
    );
    expect(kept).toEqual([1, 2].map(() => ({ name_cipher: null, media_type: 'image/png' })));
  });

  it('lists what is wrong above the form, each a way to its field, and loses nothing that was typed', async () => {
    const before = await complaints();
    const wrong = {
      ...told,
      ...{ anonymous: '', narrative: ' ', name: 'Rosa "R" <Delgado>', incidentOn: '2099-01-01', district: '12 Main' },
      ...{ ageAtIncident: 'old', witnesses: 'My <b>mother</b>\nand her sister', allegations: ['bias', 'property'] },
      ...{ race: 'black', retaliationFeared: 'yes', preferredContact: 'email' },
    };
    const page = await sendFiles(redress, '/complain/riverton', wrong, [photo()]);
    expect(page.status).toBe(422);
    const links = [...page.text.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id);
    expect(links).toEqual(['f-anonymous', 'f-narrative', 'f-district', 'f-ageAtIncident']);
    for (const id of links) expect(page.text).toMatch(new RegExp(`<(input|textarea)[^>]* id="${id!}"`));
    expect(field(page.text, 'name')).toContain('value="Rosa &quot;R&quot; &lt;Delgado&gt;"');
    expect(field(page.text, 'witnesses')).toContain('My &lt;b&gt;mother&lt;/b&gt;\nand her sister</textarea>');
    expect(field(page.text, 'incidentOn')).toContain('value="2099-01-01"');
    expect(field(page.text, 'district')).toContain('aria-invalid="true"');
    for (const value of [
      'value="bias" checked',
      'value="property" checked',
      'value="black" selected',
      'value="email" selected',
    ])
      expect(page.text).toContain(value);
    expect(page.text.match(/ checked/g)).toHaveLength(3);
    expect(await complaints()).toBe(before);
  });

  it.each([
    ['a name with "no name"', { name: 'Rosa' }, 'f-anonymous', 'there is a name or a contact below'],
    ['neither name nor "no name"', { anonymous: 'no' }, 'f-name', 'Give a name or a way to reach you'],
    ['a day to come', { incidentOn: '2099-01-01' }, 'f-incidentOn', 'The day has not come yet'],
    ['fear told and not said', { retaliationTold: 'My boss' }, 'f-retaliationFeared', 'Tick the box'],
    ['a name that all may know, and none', { privacy: 'open' }, 'f-privacy', 'Choose here that nobody may know it'],
    ['a category that is none', { allegations: ['rudeness'] }, 'f-allegations', 'Choose again'],
    ['praise that alleges', { kind: 'commendation', allegations: ['bias'] }, 'f-allegations', 'Take out the ticks'],
  ])('says in plain words what is wrong: %s', async (_what, more, id, words) => {
    const page = await sendForm(redress, '/complain/riverton', { ...told, ...more });
    expect(page.status).toBe(422);
    expect(page.text).toContain(`<a href="#${id}">`);
    expect(wordsOf(page)).toContain(words);
  });

  it('gives back what is far too long, to be cut', async () => {
    const page = await sendFiles(
      redress,
      '/complain/riverton',
      { ...told, narrative: `${'é'.repeat(120_000)}end` },
      [],
    );
    expect([page.status, page.text.includes('éend</textarea>')]).toEqual([422, true]);
  });

  it('says it in Spanish to who writes in Spanish', async () => {
    const page = await sendForm(redress, '/complain/riverton', { ...told, lang: 'es', narrative: '' });
    expect(page.text).toContain('<a href="#f-narrative">Cuéntenos qué pasó.');
    const long = await sendForm(redress, '/complain/riverton', { ...told, lang: 'es', narrative: 'x'.repeat(20_001) });
    expect(wordsOf(long)).toContain('Puede escribir hasta 20 000 letras.');
    const filed = await sendForm(redress, '/complain/riverton', { ...told, lang: 'es' });
    expect([filed.status, filed.text.includes('<html lang="es">')]).toEqual([201, true]);
  });
});
