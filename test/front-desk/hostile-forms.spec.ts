import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseBuilder } from '../complaint/case-builder.js';
import { TestApp } from '../support/test-app.js';
import { sendFiles, sendForm, type Told } from './form-post.js';

let redress: TestApp;
let receipt = '';
beforeAll(async () => {
  redress = await TestApp.start();
  receipt = (await (await CaseBuilder.open(redress)).file({ channel: 'web', anonymous: true })).receiptCode;
});
afterAll(() => redress.stop());

const HOSTILE = [
  ...['', ' ', '0', '-1', 'null', 'undefined', 'NaN', '[]', '{}', 'true', '1e308', '٣', '２０２６', '2026-02-30'],
  ...[
    "'; DROP TABLE redress.complaint; --",
    '" onfocus="alert(1)',
    '<script>alert(1)</script>',
    '</textarea><img src=x>',
  ],
  ...[
    '{{7*7}}',
    '${7*7}',
    '%00',
    '%',
    '../../etc/passwd',
    '\u202egnp.exe',
    '\u0000',
    '\ud800',
    '\u{1f4a9}',
    '\r\n\r\nX: y',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(5_000),
    '\n'.repeat(3_000),
    'é'.repeat(2_000),
    '{number}',
    '$&$1',
  ],
];
const FIELDS = [
  ...['lang', 'anonymous', 'kind', 'narrative', 'incidentOn', 'place', 'district', 'officerDescription', 'witnesses'],
  ...['allegations', 'roles', 'race', 'gender', 'ageAtIncident', 'language', 'accommodations', 'retaliationFeared'],
  ...['retaliationTold', 'pendingCharges', 'pendingSuit', 'preferredContact', 'privacy', 'name', 'contact', 'proof'],
  ...['__proto__', 'constructor', 'hasOwnProperty', 'receipt', 'x'.repeat(99)],
];
const STEPS = ['answer', 'file', 'appeal', 'reconsideration', 'identity', 'withdrawal'];
const STEP_FIELDS = ['text', 'title', 'grounds', 'ground', 'name', 'contact', 'privacy', 'sure', 'lang'];
const good = { anonymous: 'yes', narrative: 'He took my umbrella.' };

/** Markup that came in as text and would go out as markup. */
const ALIVE = /<script>alert|onfocus="alert|<\/textarea><img|<img src=x>/;

describe('whatever is written into whichever field', () => {
  // ASVS 5.0: V3.2.2
  it('is answered, never with a fault of ours, and never as markup', async () => {
    const statuses = new Set<number>();
    let asked = 0;
    const ask = async (url: string, told: Told, multipart: boolean): Promise<void> => {
      const answer = multipart ? await sendFiles(redress, url, told, []) : await sendForm(redress, url, told);
      asked++;
      statuses.add(answer.status);
      if (answer.status >= 500 || ALIVE.test(answer.text))
        throw new Error(`${answer.status} ${url} ${JSON.stringify(told).slice(0, 300)}`);
    };
    for (const [at, field] of FIELDS.entries())
      for (const value of HOSTILE.filter((_, each) => (each + at) % 3 === 0))
        await ask('/complain/riverton', Object.fromEntries([...Object.entries(good), [field, value]]), at % 2 === 0);
    for (const step of STEPS)
      for (const [at, value] of HOSTILE.entries()) {
        const told = Object.fromEntries(STEP_FIELDS.map((field) => [field, value]));
        await ask(`/follow/riverton/${step}`, { ...told, receipt: at % 9 === 0 ? value : receipt }, at % 2 === 0);
      }
    expect(asked).toBeGreaterThan(500);
    expect([...statuses].sort()).toEqual([200, 201, 400, 409, 422]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  }, 120_000);
});

describe('what is no form of ours', () => {
  it.each([
    ['a NUL', { narrative: 'a\0b' }, 400],
    ['half a character', { narrative: '%ED%A0%80' }, 201],
    ['a field named __proto__', { __proto__x: 'x' }, 201],
  ])('meets hostile text with an answer: %s', async (_what, more, status) => {
    expect((await sendFiles(redress, '/complain/riverton', { ...good, ...more }, [])).status).toBe(status);
  });

  it('refuses what no browser sends: JSON, a form cut short, a flood of fields, a prototype', async () => {
    const json = await redress.request('POST', '/complain/riverton', { body: { narrative: 'x' } });
    expect(json.status).toBe(415);
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    const cut = '--b\r\nContent-Disposition: form-data; name="narrative"\r\n\r\nHe to';
    expect((await redress.request('POST', '/complain/riverton', { body: cut, headers: type })).status).toBe(400);
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`field${at}`, 'x']));
    expect((await sendFiles(redress, '/complain/riverton', { ...good, ...many }, [])).status).toBe(413);
    const proto = '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n';
    expect((await redress.request('POST', '/complain/riverton', { body: proto, headers: type })).status).toBe(400);
  });
});
