import { request } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { once } from 'node:events';
import { RedressProcess } from '../test/support/redress-process.js';
import { establishRiverton } from './support/establish-riverton.js';
import { temporaryDirectory } from './temporary-directory.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const PASSWORD = 'a long walk along the river';
const BOUNDARY = 'bench';
const PIECE = 1 << 20;
// A whole picture of one point; what follows it nobody looks at.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * One large upload over HTTP into a server of its own process, then the same file read back: `evidence [MiB]`. Prints how
 * far the server's resident memory grew above what it was before, against the 60 MB that are allowed.
 */
export async function run([mebibytes = '500']: string[]): Promise<void> {
  const directory = await temporaryDirectory();
  const environment = { DATA_DIRECTORY: directory, PORT: '0', LOG_LEVEL: 'silent' };
  try {
    await establishRiverton(environment, PASSWORD);
    await measure(new RedressProcess(['serve'], environment), Number(mebibytes));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure(server: RedressProcess, mebibytes: number): Promise<void> {
  try {
    const [, base = ''] = await server.says(/(http:\/\/[\w.]+:\d+)/);
    const json = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
      const answer = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as Record<string, string>;
    };
    const { token = '' } = await json('/api/v1/sessions', {
      jurisdiction: 'riverton',
      signInName: 'sam',
      password: PASSWORD,
    });
    const { complaintId = '' } = await json(
      '/api/v1/complaints',
      { channel: 'phone', narrative: 'He pushed me.' },
      token,
    );
    const files = `${base}/api/v1/complaints/${complaintId}/evidence`;
    // One small one first: what a first upload loads is not what a large one grows by.
    await upload(`${files}/files`, token, 1);
    const pid = String(server.child.pid);
    const before = await resident(pid);
    const watch = watching(pid);
    const began = performance.now();
    const sent = await upload(`${files}/files`, token, mebibytes);
    const seconds = (performance.now() - began) / 1000;
    const up = await watch.stop();
    say(
      `upload of ${mebibytes} MiB: ${seconds.toFixed(1)} s, ${(mebibytes / seconds).toFixed(0)} MiB/s, resident memory ${before} MiB, at most ${up} MiB: grew by ${up - before} MiB (60 allowed)`,
    );
    const back = watching(pid);
    const answer = await fetch(`${files}/${sent.evidenceId}/content`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const hash = createHash('sha256');
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) hash.update(piece);
    const down = await back.stop();
    const same = hash.digest('hex') === sent.sha256 && sent.sha256 === sent.own;
    say(
      `read back: ${same ? 'the same bytes' : 'NOT THE SAME BYTES'}, at most ${down} MiB: ${down - before} MiB above the start`,
    );
  } finally {
    await server.interrupt();
  }
}

async function resident(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

function watching(pid: string): { stop(): Promise<number> } {
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, await resident(pid));
  };
  const timer = setInterval(() => void look(), 20);
  return {
    stop: async () => {
      clearInterval(timer);
      await look();
      return most;
    },
  };
}

interface Sent {
  evidenceId: string;
  sha256: string;
  own: string;
}

async function upload(url: string, token: string, mebibytes: number): Promise<Sent> {
  const hash = createHash('sha256');
  const type = `multipart/form-data; boundary=${BOUNDARY}`;
  const going = request(url, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': type } });
  const field = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="title"\r\n\r\nFilm\r\n`;
  const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="film.png"\r\nContent-Type: image/png\r\n\r\n`;
  going.write(field + file);
  const write = async (piece: Buffer, of: Hash): Promise<void> => {
    of.update(piece);
    if (!going.write(piece)) await once(going, 'drain');
  };
  await write(PNG, hash);
  for (let sent = 0; sent < mebibytes; sent++) await write(randomBytes(PIECE), hash);
  going.end(`\r\n--${BOUNDARY}--\r\n`);
  const [answer] = (await once(going, 'response')) as [AsyncIterable<Buffer> & { statusCode: number }];
  let text = '';
  for await (const piece of answer) text += piece.toString();
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode}: ${text}`);
  return { ...(JSON.parse(text) as Sent), own: hash.digest('hex') };
}
