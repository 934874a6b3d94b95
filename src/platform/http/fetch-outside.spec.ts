import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchOutside, OutsideRefused } from './fetch-outside.js';
import { isPublicAddress } from './public-network.js';

/** Names as a resolver tells them that the attacker has in hand. */
const NAMES: Record<string, string[]> = {
  'inside.example': ['127.0.0.1'],
  'six.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'both.example': ['8.8.8.8', '127.0.0.1'],
  'both-turned.example': ['127.0.0.1', '2606:4700:4700::1111'],
  'metadata.example': ['169.254.169.254'],
  'house.example': ['192.168.1.1'],
  'nobody.example': [],
  localhost: ['127.0.0.1', '::1'],
};
const resolve = ((name: string, _: object, callback: (error: Error | null, found: object[]) => void) => {
  const found = NAMES[name.replace(/\.$/, '')] ?? ['127.0.0.1'];
  callback(
    null,
    found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
}) as unknown as typeof lookup;

let sink: Server;
let reached = 0;
let at = '';
beforeAll(async () => {
  // It listens on every address of this machine, so that whatever leads here arrives.
  sink = createServer((request, response) => {
    if (request.url === '/elsewhere') response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    else if (request.url === '/endless') response.end('x'.repeat(1_100_000));
    else response.end('inside');
  }).on('connection', () => reached++);
  await new Promise<void>((resolved) => sink.listen(0, '::', resolved));
  at = String((sink.address() as AddressInfo).port);
});
afterAll(() => {
  sink.closeAllConnections();
  sink.close();
});

const HOSTS = [
  ...['localhost', 'LOCALHOST', 'localhost.', '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.255.255.254'],
  ...['2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1', '017700000001', '0x7f.1', '127.0x0.0.1', '0.0.0.0', '0'],
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::1]', '[2001:0:7f00:1::1]', '[fe80::1]', '[fc00::1]'],
  ...['[fd00:ec2::254]', '[ff02::1]', '[2001:db8::1]', '[100::1]', '[5f00::1]', '[3fff::1]'],
  ...['169.254.169.254', '0xa9fea9fe', '2852039166', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
  ...['100.64.0.1', '192.0.0.192', '198.18.0.1', '192.0.2.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...['①②⑦.⓪.⓪.①', '127。0。0。1', 'ⓛocalhost', '%6cocalhost', '127%2e0%2e0%2e1'],
  ...Object.keys(NAMES).filter((name) => name !== 'localhost'),
];
const WRITTEN = [
  ...['https://user@127.0.0.1', 'https://example.org@localhost', 'https:\\\\127.0.0.1', 'https:/127.0.0.1'],
  ...['file:///etc/passwd', 'data:text/plain,inside', 'ftp://127.0.0.1/', 'gopher://127.0.0.1/', 'blob:https://x/1'],
];
const outside = { inside: [], plain: true, resolve };
const asked = { method: 'GET', headers: {} };
/** Over a line that the sink speaks, so that a trick that works is seen to. */
const tricks = (): string[] => [...HOSTS.map((host) => `http://${host}:${at}/`), ...WRITTEN];

describe('an address that somebody gave', () => {
  // ASVS 5.0: V1.3.6
  it(`does not lead inside, however it is written (${HOSTS.length + WRITTEN.length} ways)`, async () => {
    expect(tricks().length).toBeGreaterThanOrEqual(60);
    reached = 0;
    const answered: string[] = [];
    for (const trick of tricks())
      await fetchOutside(trick, asked, outside).then(
        () => answered.push(trick),
        (error: unknown) => {
          expect([trick, error instanceof OutsideRefused || error instanceof TypeError]).toEqual([trick, true]);
        },
      );
    expect([answered, reached]).toEqual([[], 0]);
  });

  it('would lead there if it were fetched as it stands (the fault that the test above must find)', async () => {
    reached = 0;
    const found = await Promise.allSettled(
      tricks()
        .slice(0, 24)
        .map((trick) => fetch(trick, { signal: AbortSignal.timeout(2_000) })),
    );
    expect(found.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(12);
    expect(reached).toBeGreaterThan(0);
  });

  it('leads inside where the operator vouches for the name, and no further by a redirect', async () => {
    const vouched = { ...outside, inside: ['inside.example'] };
    const answer = await fetchOutside(`http://inside.example:${at}/`, asked, vouched);
    expect([answer.status, await answer.text()]).toEqual([200, 'inside']);
    const sentOn = await fetchOutside(`http://inside.example:${at}/elsewhere`, asked, vouched);
    expect([sentOn.status, sentOn.headers.get('location')]).toEqual([302, 'http://169.254.169.254/latest/']);
    await expect(fetchOutside(`http://inside.example:${at}/endless`, asked, vouched)).rejects.toThrow('longer');
    await expect(fetchOutside(`http://house.example:${at}/`, asked, vouched)).rejects.toThrow(OutsideRefused);
  });

  it('is asked over TLS alone, unless this machine is for trying out', async () => {
    const plain = { ...outside, inside: ['inside.example'], plain: false };
    await expect(fetchOutside(`http://inside.example:${at}/`, asked, plain)).rejects.toThrow('https');
  });
});

describe('the networks that are nobody’s', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.0.1.1', '2606:4700:4700::1111', '2a00:1450::1'])(
    'are not those of the internet: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each(['', 'localhost', '1.1.1', '::ffff:8.8.8.8', '64:ff9b::808:808'])('and no name is one: %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
