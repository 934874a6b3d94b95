import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

const json = { 'content-type': 'application/json' };
const deep = `${'['.repeat(49_000)}${']'.repeat(49_000)}`;
const signIn = (signInName: string) => `{"jurisdiction":"riverton","password":"x","signInName":${signInName}}`;

describe('hostile input', () => {
  // ASVS 5.0: V1.5.2, V15.3.5, V15.3.6
  it.each([
    ['49,000 nested arrays', deep, 400],
    ['33 levels', signIn(`${'['.repeat(33)}${']'.repeat(33)}`), 400],
    ['30,000 values', signIn(`[${Array(30_000).fill(1).join()}]`), 400],
    ['a NUL in a text', signIn('"a\\u0000b"'), 400],
    ['a NUL in a key', '{"a\\u0000b":1}', 400],
    ['half a character', signIn('"\\ud800"'), 400],
    ['__proto__', '{"__proto__":{"polluted":true}}', 400],
    ['constructor.prototype', '{"constructor":{"prototype":{"polluted":true}}}', 400],
    ['JSON cut short', '{"jurisdiction":', 400],
    ['no JSON at all', 'jurisdiction=riverton', 400],
    ['more than a mebibyte', signIn(JSON.stringify('x'.repeat(1_100_000))), 413],
    ['an array where an object belongs', '[]', 422],
    ['null', 'null', 422],
  ])('is refused with a reason: %s', async (_, body, status) => {
    const answer = await redress.request('POST', '/api/v1/sessions', { body, headers: json });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.body.detail.length).toBeGreaterThan(10);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is refused in the address too', async () => {
    const nul = await redress.request('GET', '/api/v1/jurisdictions/river%00ton');
    expect([nul.status, nul.body.code]).toEqual([400, 'malformed']);
    const broken = await redress.request('GET', '/api/v1/jurisdictions/%ff');
    expect(broken.status).toBe(400);
  });

  it('of another media type is refused', async () => {
    const answer = await redress.request('POST', '/api/v1/sessions', {
      body: '<x/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect([answer.status, answer.body.code]).toEqual([415, 'media-type']);
  });
});

describe('every answer', () => {
  // ASVS 5.0: V3.4.4, V13.4.6, V14.3.2
  it('says what browsers need to hear, and nothing of what serves it', async () => {
    const { headers } = await redress.request('GET', '/api/v1/jurisdictions/riverton');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });
});
