import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { SMUGGLED } from '../support/smuggled-requests.js';
import { TestApp } from '../support/test-app.js';

let redress: TestApp;
let lenient: Server;
beforeAll(async () => {
  redress = await TestApp.start();
  await redress.app.listen(0, '127.0.0.1');
  lenient = createServer({ insecureHTTPParser: true }, (request, response) => {
    request.resume().on('end', () => response.end('taken'));
  });
  await new Promise<void>((resolve) => lenient.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  lenient.closeAllConnections();
  lenient.close();
  await redress.stop();
});

/** The status lines that come back on one connection, and whether it was ended by the server. */
async function statusesFor(server: Server, bytes: string): Promise<{ statuses: number[]; ended: boolean }> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
  let answer = '';
  socket.on('data', (piece) => (answer += piece.toString('latin1'))).on('error', () => undefined);
  const ended = await new Promise<boolean>((resolve) => {
    socket.once('close', () => {
      resolve(true);
    });
    setTimeout(() => {
      resolve(false);
    }, 1_500);
  });
  socket.destroy();
  return { statuses: [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)), ended };
}

const held = (server: Server) =>
  Promise.all(Object.entries(SMUGGLED).map(async ([name, bytes]) => ({ name, ...(await statusesFor(server, bytes)) })));

describe('a request that ends in two ways', () => {
  // ASVS 5.0: V4.2.1
  it(`is refused, and nothing behind it is read as another (${Object.keys(SMUGGLED).length} ways)`, async () => {
    const found = await held(redress.app.getHttpServer());
    expect(found.length).toBeGreaterThan(35);
    const wrong = found.filter(({ statuses, ended }) => !ended || statuses.length !== 1 || statuses[0] !== 400);
    expect(wrong).toEqual([]);
  });

  it('is read as two by a lenient server (the fault that the test above must find)', async () => {
    const found = await held(lenient);
    expect(found.filter(({ statuses }) => statuses.length > 1).length).toBeGreaterThan(0);
  });
});
