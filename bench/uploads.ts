import { request } from 'node:http';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { corpus } from '../test/support/files/corpus.js';
import type { JudgedFile } from '../test/support/files/judged-file.js';
import { RedressProcess } from '../test/support/redress-process.js';
import { residentPeak } from './support/resident-peak.js';
import { establishRiverton } from './support/establish-riverton.js';
import { temporaryDirectory } from './temporary-directory.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const PASSWORD = 'a long walk along the river';
const BOUNDARY = 'bench';
const MOST_MIB = 100;
const GIBIBYTE = 2 ** 30;

/**
 * Every file of the corpus through HTTP into a server of its own process, and a gibibyte that is refused: said in its head,
 * and not said. Prints wrong accepts, wrong rejects, how soon the refusals came and how far the server's memory grew.
 */
export async function run(): Promise<void> {
  const directory = await temporaryDirectory();
  const environment = {
    DATA_DIRECTORY: directory,
    PORT: '0',
    LOG_LEVEL: 'silent',
    EVIDENCE_MOST_MIB: String(MOST_MIB),
  };
  try {
    await establishRiverton(environment, PASSWORD);
    const server = new RedressProcess(['serve'], environment);
    try {
      await measure(server);
    } finally {
      await server.interrupt();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure(server: RedressProcess): Promise<void> {
  const [, base = ''] = await server.says(/(http:\/\/[\w.]+:\d+)/);
  const json = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, string>;
  };
  const session = { jurisdiction: 'riverton', signInName: 'sam', password: PASSWORD };
  const { token = '' } = await json('/api/v1/sessions', session);
  const { complaintId = '' } = await json(
    '/api/v1/complaints',
    { channel: 'phone', narrative: 'He pushed me.' },
    token,
  );
  const target = { url: `${base}/api/v1/complaints/${complaintId}/evidence/files`, token };
  const { hostile, good } = await corpus();
  // A few first: what the first uploads load is not what a large one grows by.
  await judged('good', good.slice(0, 5), target);
  const pid = String(server.child.pid);
  for (const told of [true, false]) {
    const watch = await residentPeak(pid);
    const { status, milliseconds, sent } = await gibibyte(target, told);
    const grown = await watch.grown();
    const how = told ? 'said in Content-Length' : 'in chunks, unsaid';
    say(
      `1 GiB ${how}, ${MOST_MIB} MiB allowed: ${status} after ${milliseconds.toFixed(0)} ms and ${(sent / 2 ** 20).toFixed(0)} MiB; memory grew by ${grown} MiB (50 allowed)`,
    );
  }
  const watch = await residentPeak(pid);
  await judged('hostile', Object.values(hostile).flat(), target);
  await judged('good', good, target);
  say(`memory grew by ${await watch.grown()} MiB over all of them`);
}

interface Target {
  url: string;
  token: string;
}

async function judged(which: string, files: readonly JudgedFile[], target: Target): Promise<void> {
  const began = performance.now();
  let wrong = 0;
  for (const file of files) {
    const { status, code } = await sent(file, target);
    const right = file.code === undefined ? status === 201 : status === 422 && code === file.code;
    if (right) continue;
    wrong++;
    say(`WRONG: ${file.kind}: ${status} ${code}, not ${file.code ?? 'taken'}`);
  }
  const seconds = (performance.now() - began) / 1000;
  say(`${files.length} ${which} files through HTTP in ${seconds.toFixed(1)} s: ${wrong} wrong (0 allowed)`);
}

async function sent(file: JudgedFile, { url, token }: Target): Promise<{ status: number; code: string }> {
  const form = new FormData();
  form.append('title', file.kind);
  form.append(
    'file',
    new Blob([new Uint8Array(file.bytes)], { type: file.declaredType ?? '' }),
    file.name ?? 'nameless',
  );
  const answer = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  const { code = '' } = (await answer.json()) as { code?: string };
  return { status: answer.status, code };
}

/** Sends until it is answered or all is sent. */
async function gibibyte({ url, token }: Target, told: boolean) {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="title"\r\n\r\nFilm\r\n--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n\0\0\0\x18ftypisom\0\0\0\0isommp41`;
  const began = performance.now();
  const going = request(url, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      ...(told ? { 'content-length': GIBIBYTE } : {}),
    },
  });
  going.on('error', () => undefined);
  const answered = once(going, 'response') as Promise<[{ statusCode: number; resume(): void }]>;
  const answer: { status: number; milliseconds: number }[] = [];
  void answered.then(([response]) => {
    answer.push({ status: response.statusCode, milliseconds: performance.now() - began });
    response.resume();
  });
  const piece = Buffer.alloc(2 ** 20, 7);
  let bytes = going.write(head) ? head.length : head.length;
  while (answer.length === 0 && bytes + piece.length < GIBIBYTE) {
    if (!going.write(piece)) await Promise.race([once(going, 'drain'), answered]);
    bytes += piece.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  await answered;
  going.destroy();
  return { status: 0, milliseconds: 0, ...answer[0], sent: bytes };
}
