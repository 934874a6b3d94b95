import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import { connect } from 'node:net';
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

  it.each([
    ['a field twice', '{"jurisdiction":"a","person":{"name":1,"n\\u0061me":2}}', 'duplicate-key', '/person/name'],
    ['a field twice in the second of a list', '{"list":[{"a":1},{"a":1,"a":2}]}', 'duplicate-key', '/list/1/a'],
    ['__proto__ within', '{"a":[{"__proto__":1}]}', 'forbidden-key', '/a/0/__proto__'],
    ['constructor, written with an escape', '{"c\\u006fnstructor":1}', 'forbidden-key', '/constructor'],
    ['33 levels', `{"a":${'['.repeat(32)}${']'.repeat(32)}}`, 'too-deep', `/a${'/0'.repeat(31)}`],
    ['1,001 fields', `{${Array.from({ length: 1_001 }, (_, at) => `"f${at}":1`).join()}}`, 'too-many-keys', '/f1000'],
    ['20,001 values', `[${Array(20_001).fill(1).join()}]`, 'too-many-values', ''],
    ['20,001 lists', `[${Array(20_001).fill('[]').join()}]`, 'too-many-values', ''],
    ['a NUL in a list', '{"a/b":["x","a\\u0000b"]}', 'nul-character', '/a~1b/1'],
    ['half a character', '{"a":{"b":"\\udc00"}}', 'half-character', '/a/b'],
    ['another encoding', Buffer.from([0x22, 0xe9, 0x22]), 'not-utf-8', ''],
    ['a string that does not end', '{"a":"b', 'not-json', ''],
    ['a bracket too many', '{"a":1}}', 'not-json', ''],
    ['a name with half an escape', '{"\\u00":1}', 'not-json', ''],
  ])('says where and why: %s', async (_, body, code, path) => {
    const answer = await redress.request('POST', '/api/v1/sessions', { body, headers: json });
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed']);
    expect(answer.body.errors).toEqual([{ path, code, message: expect.stringMatching(/.{10}/) }]);
  });

  it.each([
    '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}',
    '{"a":"\\"a\\":","b":"{[,]}"}',
    `{"a":${'['.repeat(31)}${']'.repeat(31)}}`,
  ])('is not what only looks like it: %s', async (body) => {
    const answer = await redress.request('POST', '/api/v1/sessions', { body, headers: json });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
  });

  it.each([
    ['?limit=1&limit=2', 'limit', 'given-twice'],
    ['?limit[gt]=1', 'limit', 'nested-parameter'],
    ['?limit[]=1', 'limit', 'nested-parameter'],
    ['?__proto__=1', '/__proto__', 'forbidden-key'],
  ])('is refused in the query: %s', async (query, path, code) => {
    const answer = await redress.request('GET', `/api/v1/jurisdictions/riverton/meetings${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed']);
    expect(answer.body.errors).toMatchObject([{ path, code }]);
  });

  it('is refused in the address too', async () => {
    const nul = await redress.request('GET', '/api/v1/jurisdictions/river%00ton');
    expect([nul.status, nul.body.code]).toEqual([400, 'malformed']);
    const broken = await redress.request('GET', '/api/v1/jurisdictions/%ff');
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed']);
    const long = await redress.request('GET', `/api/v1/jurisdictions/${'a'.repeat(300)}`);
    expect([long.status, long.body.code]).toEqual([414, 'address-too-long']);
    expect(long.text).not.toContain('aaa');
  });

  it('of another media type is refused', async () => {
    const answer = await redress.request('POST', '/api/v1/sessions', {
      body: '<x/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect([answer.status, answer.body.code]).toEqual([415, 'media-type']);
  });
});

// ASVS 5.0: V4.1.4
describe('a method that an address does not take', () => {
  it.each([
    ['TRACE', '/api/v1/jurisdictions/riverton', 'GET, HEAD'],
    ['PUT', '/api/v1/sessions', 'POST'],
    ['DELETE', '/api/v1/datasets', 'GET, HEAD'],
    ['PATCH', '/resource/abcd-1234.json', 'GET, HEAD, OPTIONS'],
    ['OPTIONS', '/health/live', 'GET, HEAD'],
  ])('is told those that it takes: %s %s', async (method, url, allow) => {
    const { statusCode, headers, payload } = await redress.app.inject({ method: method as 'PUT', url });
    const { code } = JSON.parse(payload) as { code: string };
    expect([statusCode, headers['allow'], code]).toEqual([405, allow, 'method-not-allowed']);
  });

  it('is a 404 where there is no address of that name', async () => {
    expect((await redress.request('PUT', '/api/v1/nowhere')).status).toBe(404);
  });
});

// ASVS 5.0: V4.2.1
describe('what is no request', () => {
  it.each([
    ['headers beyond 8 KiB', `GET /health/live HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(9_000)}\r\n\r\n`, '431'],
    [
      'two lengths',
      'POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      '400',
    ],
    [
      'a length and pieces',
      'POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['a method that nobody knows', 'HACK / HTTP/1.1\r\nHost: a\r\n\r\n', '400'],
    ['no HTTP', 'hello\r\n\r\n', '400'],
  ])('is told so, and cut off: %s', async (_, bytes, status) => {
    const answer = await onBareConnection(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
  });

  it('has 10 s for its headers, which are looked after each second', () => {
    const server: Server = redress.app.getHttpServer();
    expect([server.headersTimeout, server.maxHeadersCount]).toEqual([10_000, null]);
  });
});

async function onBareConnection(bytes: string): Promise<string> {
  if (!redress.app.getHttpServer().listening) await redress.app.listen(0, '127.0.0.1');
  const { port } = redress.app.getHttpServer().address() as { port: number };
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer;
}

describe('every answer', () => {
  // ASVS 5.0: V3.4.1, V3.4.3, V3.4.4, V3.4.5, V3.4.6, V3.4.8, V13.4.6, V14.3.2
  it('has these headers and no others', async () => {
    const told = async (url: string) => {
      const { headers } = await redress.request('GET', url);
      const { date, 'content-length': length, ...others } = headers;
      expect([typeof date, typeof length]).toEqual(['string', 'string']);
      return others;
    };
    const page = { ...SAFE, 'content-type': 'text/html; charset=utf-8' };
    expect(await told('/api/v1/jurisdictions/riverton')).toEqual({
      ...SAFE,
      'content-type': 'application/json; charset=utf-8',
    });
    expect(await told('/api/v1/nothing')).toEqual({
      ...SAFE,
      'content-type': 'application/problem+json; charset=utf-8',
    });
    expect(await told('/docs/errors')).toEqual(page);
  });
});

/** What browsers need to hear, and nothing of what serves it: no cookie, no server's name, no script but our own files. */
const SAFE = {
  'cache-control': 'no-store',
  connection: 'keep-alive',
  'content-security-policy':
    "default-src 'self';base-uri 'none';font-src 'self';form-action 'self';frame-ancestors 'none';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
