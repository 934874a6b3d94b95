import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { VaultTransitKey } from './vault-transit-key.js';

interface Asked {
  what: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

let asked: Asked[] = [];
/** What is answered, one after the other; the last again and again. */
let answers: [status: number, body: object][] = [];
const server = createServer((request, response) => {
  void json(request).then((body) => {
    asked.push({ what: `${request.method} ${request.url}`, headers: request.headers, body });
    const [status, said] = answers[Math.min(asked.length, answers.length) - 1]!;
    response.writeHead(status, { location: '/elsewhere' }).end(JSON.stringify(said));
  });
});
const folder = mkdtempSync(join(tmpdir(), 'redress-vault-'));
const tokenFile = join(folder, 'token');
let key: VaultTransitKey;
const at = { key: 'the key', mount: 'keys', tokenFile, namespace: undefined };
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
beforeAll(async () => {
  writeFileSync(tokenFile, ' hvs.token\n');
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  key = new VaultTransitKey({ ...at, address: address() });
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((stopped) => server.close(stopped));
  rmSync(folder, { recursive: true });
});

const place = { jurisdictionId: 'j', table: 't', column: 'c', rowId: 'r' };
const secret = Buffer.from('a key of 32 bytes, as it is told');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const refused = async (): Promise<string> =>
  ((await key.wrap(place, secret).catch((e: unknown) => e)) as Error).message;

describe('a key of Vault’s', () => {
  it('is asked to wrap with the place as associated data, by the token that stands in its file', async () => {
    answers = [[200, { data: { ciphertext: 'vault:v1:abc' } }]];
    expect((await key.wrap(place, secret)).toString()).toBe('vault:v1:abc');
    const [{ what, headers, body }] = asked as [Asked];
    expect([what, body]).toEqual([
      'POST /v1/keys/encrypt/the%20key',
      { plaintext: secret.toString('base64'), associated_data: base64('j|t|c|r') },
    ]);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-vault-token': 'hvs.token' });
    expect(headers).not.toHaveProperty('x-vault-namespace');
  });

  it('is asked to unwrap, in its namespace where it has one', async () => {
    answers = [[200, { data: { plaintext: secret.toString('base64') } }]];
    const named = new VaultTransitKey({ ...at, address: address(), namespace: 'board' });
    expect(await named.unwrap(place, Buffer.from('vault:v1:abc'))).toEqual(secret);
    const [{ what, headers, body }] = asked as [Asked];
    expect([what, body]).toEqual([
      'POST /v1/keys/decrypt/the%20key',
      { ciphertext: 'vault:v1:abc', associated_data: base64('j|t|c|r') },
    ]);
    expect(headers).toMatchObject({ 'x-vault-namespace': 'board' });
  });

  it.each([
    [403, {}, 1],
    [400, { data: { ciphertext: 'not to be believed' } }, 1],
    [499, {}, 1],
    [429, {}, 3],
    [500, {}, 3],
    [503, {}, 3],
    [200, {}, 1],
    [200, { data: {} }, 1],
    [200, { data: { ciphertext: 7 } }, 1],
  ])('that answers %d with %j is asked %2$d times', async (status, body, times) => {
    answers = [[status, body]];
    expect(await refused()).toBe(`vault-transit:keys/the key does not answer as it should: status ${status}`);
    expect(asked).toHaveLength(times);
  });

  it('that does better a moment later is believed', async () => {
    answers = [
      [503, {}],
      [200, { data: { ciphertext: 'vault:v1:abc' } }],
    ];
    expect((await key.wrap(place, secret)).toString()).toBe('vault:v1:abc');
  });

  it('that sends elsewhere, or is not there, does not answer', async () => {
    answers = [[307, {}]];
    const silent = 'vault-transit:keys/the key does not answer as it should: no answer';
    expect([await refused(), asked.length]).toEqual([silent, 3]);
    const gone = new VaultTransitKey({ ...at, address: address(), tokenFile: join(folder, 'none') });
    await expect(gone.wrap(place, secret)).rejects.toThrow(silent);
  });
});
