import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { genericCharter } from '../../src/charter/index.js';
import { Clock } from '../../src/platform/clock.js';
import { leadingZeros } from '../../src/platform/http/proof-of-work.js';
import { PublicDoorSettings } from '../../src/platform/settings.js';
import { BoardRoom } from '../support/board-room.js';
import { TestApp } from '../support/test-app.js';
import { receiptOn, sendForm, type Told, wordsOf } from './form-post.js';

let redress: TestApp;
let room: BoardRoom;
beforeAll(async () => {
  const publicDoor = new PublicDoorSettings(['127.0.0.1'], 'pressure', 8);
  redress = await TestApp.start(genericCharter, { publicDoor });
  room = await BoardRoom.in(redress, 2);
});
afterAll(() => redress.stop());

const told = { anonymous: 'yes', narrative: 'He took my umbrella.' };
const from = (address: string) => ({ 'x-forwarded-for': address });
const file = (address: string, more: Told = {}) =>
  sendForm(redress, '/complain/riverton', { ...told, ...more }, from(address));
const page = (url: string) => redress.request('GET', url, { headers: { accept: 'text/html' } });

describe('GET /charter/:jurisdiction', () => {
  it('is the whole of the terms for people to read, in both languages', async () => {
    const english = await page('/charter/riverton');
    const words = wordsOf(english);
    const { allegations, findings, deadlines, closing, complainants } = genericCharter;
    for (const { label } of [...allegations, ...findings, ...deadlines.rules, ...complainants.privacyChoices])
      expect(words).toContain(label.slice(0, 40).replace(/[<>&'"].*/, ''));
    for (const { years } of closing.retentionClasses) if (years !== null) expect(words).toContain(`${years} years`);
    for (const said of ['fewer than 11 people', 'Version 1, in force from', 'A panel has 3 members', 'within 30 days'])
      expect(words).toContain(said);
    const spanish = await page('/charter/riverton?lang=es');
    expect(spanish.text).toContain('<html lang="es">');
    for (const said of ['Trato discriminatorio', 'menos de 11 personas', 'llegó la queja'])
      expect(wordsOf(spanish)).toContain(said);
    // What the charter says in English alone is marked as such, for who hears the page.
    expect(spanish.text).toContain('<span lang="en">');
    expect((await page('/charter/riverton?version=1')).text).toBe(english.text);
  });

  it('is a page that says so when there is no such place or version', async () => {
    for (const url of [
      '/charter/nowhere',
      '/charter/riverton?version=9',
      '/boards/nowhere',
      '/follow/nowhere?lang=es',
    ]) {
      const answer = await page(url);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    }
    expect(wordsOf(await page('/follow/nowhere?lang=es'))).toContain('No hay nada con ese nombre');
    expect((await redress.request('GET', '/charter/nowhere')).body.code).toBe('not-found');
    expect((await page('/api/v1/jurisdictions/nowhere')).body.code).toBe('not-found');
  });
});

describe('GET /boards/:jurisdiction', () => {
  it('shows who sits by whose appointment, who presides, and what is vacant', async () => {
    const [ana, ben] = room.members;
    await room.made(`/boards/${room.boardId}/officers`, {
      ...{ memberId: ana!.memberId, office: 'chair', from: '2020-01-01', to: '2040-12-31' },
    });
    const seat = {
      label: 'District <4>',
      appointingAuthority: 'city council',
      alternate: false,
      establishedOn: '2020-01-01',
    };
    await room.made(`/boards/${room.boardId}/seats`, seat);
    const words = wordsOf(await page('/boards/riverton'));
    expect(words).toContain('Review board');
    expect(words).toContain(`${ana!.signInName} Chair mayor December 31, 2040`);
    expect(words).toContain(`${ben!.signInName} mayor December 31, 2040`);
    expect(words).toContain('Vacant District &lt;4&gt; city council');
    expect(wordsOf(await page('/boards/riverton?lang=es'))).toContain(`${ana!.signInName} Presidencia mayor`);
  });

  it('tells when a term ended, and not why', async () => {
    const [, ben] = room.members;
    const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
    const end = { lastDay: yesterday, reason: 'removed' };
    expect((await room.post(`/boards/${room.boardId}/members/${ben!.memberId}/end-of-term`, end)).status).toBe(204);
    const { text } = await page('/boards/riverton');
    expect(text).toMatch(new RegExp(`Who sat on it before[\\s\\S]*${ben!.signInName}: January 1, 2020 to `));
    expect(text).not.toContain('removed');
    const { rows } = await redress.database.owner.query('SELECT members::text FROM published.board');
    for (const secret of ['removed', ben!.staffId, ana()]) expect(rows[0].members).not.toContain(secret);
  });
  const ana = (): string => room.members[0]!.staffId;

  it('is read through the public login alone, which cannot write it', async () => {
    const reading = await redress.database.owner.query(
      `SELECT has_table_privilege('redress_public', 'published.board', 'SELECT') AS reads,
              has_table_privilege('redress_public', 'published.board', 'INSERT, UPDATE, DELETE') AS writes`,
    );
    expect(reading.rows).toEqual([{ reads: true, writes: false }]);
  });
});

describe('a flood', () => {
  // ASVS 5.0: V2.4.1
  it('from one address is stopped, with when to come back; others are not', async () => {
    const clock = redress.app.get(Clock);
    const noon = Date.UTC(2027, 0, 1, 12);
    clock.now = () => new Date(noon);
    const answers = [];
    for (let count = 0; count < 21; count++) answers.push(await file('203.0.113.7'));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(20).fill(201), 429]);
    expect(answers[0]!.headers).toMatchObject({
      'ratelimit-policy': '"filing";q=20;w=600',
      ratelimit: '"filing";r=19;t=30',
    });
    expect(answers[20]!.headers).toMatchObject({ 'retry-after': '30', ratelimit: '"filing";r=0;t=30' });
    const asPerson = await sendForm(redress, '/complain/riverton?lang=es', told, {
      ...from('203.0.113.7'),
      accept: 'text/html',
    });
    expect([asPerson.status, wordsOf(asPerson)]).toEqual([429, expect.stringContaining('Espere un poco')]);
    const api = { body: { narrative: 'x', anonymous: true }, headers: from('203.0.113.7') };
    const refused = await redress.request('POST', '/api/v1/jurisdictions/riverton/complaints', api);
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect((await file('203.0.113.8')).status).toBe(201);
    clock.now = () => new Date(noon + 31_000);
    expect((await file('203.0.113.7')).status).toBe(201);
    // This machine's own address would be that of a proxy that nobody named.
    expect((await sendForm(redress, '/complain/riverton', told)).headers).not.toHaveProperty('ratelimit');
  });

  it('from everywhere brings puzzles, which a browser solves; who cannot has a narrow door; what was typed is kept', async () => {
    const clock = redress.app.get(Clock);
    const later = Date.UTC(2027, 0, 2, 12);
    clock.now = () => new Date(later);
    expect((await redress.request('GET', '/api/v1/proof-of-work')).body).toEqual({ puzzle: null });
    expect((await page('/complain/riverton')).text).not.toContain('data-puzzle');
    const statuses: number[] = [];
    for (let count = 0; count < 80; count++) statuses.push((await file(`198.51.100.${count}`)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(60 + 12);
    const crowded = await file('198.51.100.200', { witnesses: 'My sister' });
    expect([crowded.status, wordsOf(crowded).includes('Many people write just now.')]).toEqual([429, true]);
    expect(crowded.text).toContain('My sister</textarea>');
    const [, puzzle] = /data-puzzle="([^"]+)"/.exec(crowded.text) ?? [];
    const proof = solved(puzzle!);
    const taken = await file('198.51.100.201', { proof });
    expect(receiptOn(taken)).toMatch(/-/);
    for (const bad of [proof, `${puzzle!}:x`, solved(puzzle!.replace('8.', '0.')), 'rubbish', ''])
      expect((await file('198.51.100.202', { proof: bad })).status).toBe(429);
    const { puzzle: another } = (await redress.request('GET', '/api/v1/proof-of-work')).body;
    const headers = { ...from('198.51.100.203'), 'redress-proof': solved(another) };
    const body = { narrative: 'x', anonymous: true };
    const api = () => redress.request('POST', '/api/v1/jurisdictions/riverton/complaints', { body, headers });
    expect([(await api()).status, (await api()).body.code]).toEqual([201, 'proof-needed']);
    clock.now = () => new Date(later + 11 * 60_000);
    expect((await redress.request('GET', '/api/v1/proof-of-work')).body).toEqual({ puzzle: null });
    expect((await file('198.51.100.204')).status).toBe(201);
  });
});

/** As the pages' script does. */
function solved(puzzle: string): string {
  for (let nonce = 0; ; nonce++) {
    const found = `${puzzle}:${nonce}`;
    if (leadingZeros(createHash('sha256').update(found).digest()) >= 8) return found;
  }
}
