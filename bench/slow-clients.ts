import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ServedPlace } from './support/served-place.js';
import { atAPace, PATIENCE_MS, told } from './support/timely.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const MOST_OPEN_SECONDS = 35;
/** What was answered stays open for the next request, as a proxy before us wants it (Fastify's keepAliveTimeout). */
const MOST_IDLE_SECONDS = 80;
const SLOWLY_MS = 3_000;
const PROBE_EVERY_MS = 250;

/** What is sent at once, what after that every three seconds, and whether the answer is read. */
const WAYS = {
  'headers without end': {
    first: 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n',
    more: 'X-A: b\r\n',
    reads: true,
    most: MOST_OPEN_SECONDS,
  },
  'a body without end': {
    first:
      'POST /api/v1/jurisdictions/riverton/complaints HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{',
    more: ' ',
    reads: true,
    most: MOST_OPEN_SECONDS,
  },
  'answers that nobody reads': {
    first: 'GET /docs/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n',
    more: '',
    reads: false,
    most: MOST_IDLE_SECONDS,
  },
} as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

/**
 * `slow-clients [connections]`: so many connections that send or read as slowly as they can. Meanwhile somebody else asks four
 * times a second and must be answered each time, and all slow ones must be closed within 35 seconds (answered ones within 80). The
 * control is a server of Node without limits of time, at which they stay.
 */
export async function run([connections = '800']: string[]): Promise<void> {
  const place = await ServedPlace.open();
  try {
    const { server, port } = await place.serve();
    for (const [what, way] of Object.entries(WAYS)) {
      const open = (): Promise<number> => openAt(server.pid);
      const { seconds, left, others } = await slowly(port, Number(connections), way, open);
      say(`${connections} with ${what}: ${left} open after ${seconds.toFixed(0)} s; others ${others.words}`);
      if (left > 0 || others.share < 1) process.exitCode = 1;
    }
    const limitless = await listening(createServer({ requestTimeout: 0, headersTimeout: 0 }));
    const { port: other } = limitless.address() as AddressInfo;
    const open = (): Promise<number> => countAt(limitless);
    const control = await slowly(other, 100, WAYS['headers without end'], open);
    say(`control, a server without limits: ${control.left} of 100 open after ${MOST_OPEN_SECONDS} s`);
    if (control.left < 100) process.exitCode = 1;
    limitless.closeAllConnections();
    limitless.close();
  } finally {
    await place.end();
  }
}

async function slowly(port: number, connections: number, way: Way, open: () => Promise<number>) {
  const before = await open();
  const sockets = await Promise.all(Array.from({ length: connections }, () => begin(port, way)));
  const began = performance.now();
  const trickle = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write(way.more);
  }, SLOWLY_MS);
  const done = new AbortController();
  const probing = atAPace(PROBE_EVERY_MS, done.signal, () =>
    fetch(`http://127.0.0.1:${port}/health/live`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { connection: 'close' },
    }),
  );
  // What connected is not yet accepted.
  await wait(500);
  const elapsed = (): number => (performance.now() - began) / 1000;
  const left = async (): Promise<number> => (await open()) - before;
  // Some connections of the probe may be under way.
  while ((await left()) > connections / 100 && elapsed() <= way.most) await wait(500);
  const seconds = elapsed();
  done.abort();
  const others = told(await probing);
  const stay = Math.max(0, await left());
  clearInterval(trickle);
  for (const socket of sockets) socket.destroy();
  return { seconds, left: stay, others };
}

async function begin(port: number, { first, reads }: Way): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  if (reads) socket.resume();
  else socket.pause();
  socket.write(first);
  return socket;
}

/** Descriptors that a process has open: Linux alone tells. */
async function openAt(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length;
}

async function countAt(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error) reject(error);
      else resolve(count);
    });
  });
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
