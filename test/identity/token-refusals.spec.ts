import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
beforeAll(async () => (redress = await TestApp.start()));
afterAll(() => redress.stop());

describe('a refusal of the token endpoint', () => {
  const ask = (body: string, type = 'application/x-www-form-urlencoded') =>
    redress.request('POST', '/api/v1/oauth/token', { body, headers: { 'content-type': type } });
  const jwt = 'urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer';
  const right = `client_assertion_type=${jwt}&client_assertion=x`;

  // ASVS 5.0: V10.4.4
  it.each([
    ['another grant', `grant_type=password&${right}`, 400, 'unsupported_grant_type', 'invalid'],
    ['no grant', right, 400, 'invalid_request', 'invalid'],
    ['no assertion', `grant_type=client_credentials&client_assertion_type=${jwt}`, 400, 'invalid_request', 'invalid'],
    ['a parameter twice', `grant_type=a&grant_type=b&${right}`, 400, 'invalid_request', 'invalid'],
    ['one that nobody knows', `grant_type=client_credentials&more=1&${right}`, 400, 'invalid_request', 'invalid'],
    ['a NUL', `grant_type=a%00b&${right}`, 400, 'invalid_request', 'malformed'],
    ['a refused client', `grant_type=client_credentials&${right}`, 401, 'invalid_client', 'client-refused'],
  ])('for %s is told as RFC 6749 §5.2 has it, with our code beside it', async (_, body, status, error, code) => {
    const answer = await ask(body);
    expect([answer.status, answer.body.error, answer.body.code]).toEqual([status, error, code]);
    expect(answer.body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{10,}$/);
    expect(answer.body.error_uri).toBe(`/docs/errors#${code}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    const challenge = answer.headers['www-authenticate'];
    expect(challenge).toBe(status === 401 ? 'Bearer realm="redress", error="invalid_client"' : undefined);
  });

  it('for another media type, or for what is no JSON, is told so too', async () => {
    const [xml, json] = [await ask('<x/>', 'text/xml'), await ask('{', 'application/json')];
    expect([xml.status, xml.body.error, xml.body.code]).toEqual([415, 'invalid_request', 'media-type']);
    expect([json.status, json.body.error, json.body.code]).toEqual([400, 'invalid_request', 'malformed']);
  });
});
