import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../src/app.setup.js';
import { openDatabases } from '../src/database/open-databases.js';
import { PasswordHasher } from '../src/platform/crypto/index.js';
import { readSettings } from '../src/platform/settings.js';

/**
 * The server whose answers are timed, in a process of its own. Words: `cheap`: passwords cost next to nothing, so that what
 * else a sign-in does stands out; a number: so many microseconds more go to every request that says `x-planted: 1`.
 */
const [price = '', planted = '0'] = process.argv.slice(2);
const databases = await openDatabases(readSettings(), () => undefined);
const app = await createApp(databases, { holdsRefusals: true });
if (price === 'cheap') app.get(PasswordHasher).cost = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const nanoseconds = BigInt(planted) * 1_000n;
const server: Server = app.getHttpServer();
if (nanoseconds > 0n) {
  const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request').on('request', (request, response) => {
    const end = response.end.bind(response) as (...what: unknown[]) => ServerResponse;
    // When the answer is let go: what is done before that is meant to be hidden.
    response.end = (...what: unknown[]) => {
      const until = process.hrtime.bigint() + (request.headers['x-planted'] === '1' ? nanoseconds : 0n);
      while (process.hrtime.bigint() < until);
      return end(...what);
    };
    for (const listener of listeners) listener(request, response);
  });
}
await app.listen(0, '127.0.0.1');
process.stdout.write(`serves on ${(server.address() as AddressInfo).port}.\n`);
process.once('SIGINT', () => void app.close().then(() => databases.stop()));
