import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DirectoryStore } from '../../src/platform/storage/directory-store.js';
import { ObjectMissing, type ObjectStore } from '../../src/platform/storage/object-store.js';
import { S3Store } from '../../src/platform/storage/s3-store.js';

/** As much of S3 as the store speaks: put, get, delete, and uploads in parts. */
class SmallS3 {
  readonly objects = new Map<string, Buffer>();
  private readonly parts = new Map<string, Map<number, Buffer>>();
  readonly server: Server = createServer((request, response) => void this.answer(request, response));

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3');
    const key = url.pathname;
    const upload = url.searchParams.get('uploadId');
    const body = unchunked(await buffer(request), request.headers['content-encoding'] ?? '');
    if (request.method === 'POST' && url.searchParams.has('uploads')) {
      this.parts.set(key, new Map());
      response.end(`<InitiateMultipartUploadResult><UploadId>${key}</UploadId></InitiateMultipartUploadResult>`);
    } else if (request.method === 'PUT' && upload !== null) {
      this.parts.get(upload)!.set(Number(url.searchParams.get('partNumber')), body);
      response.setHeader('etag', '"part"').end();
    } else if (request.method === 'POST' && upload !== null) {
      const parts = [...this.parts.get(upload)!].sort(([a], [b]) => a - b);
      this.objects.set(key, Buffer.concat(parts.map(([, part]) => part)));
      response.end(`<CompleteMultipartUploadResult><ETag>"whole"</ETag></CompleteMultipartUploadResult>`);
    } else if (request.method === 'PUT') {
      this.objects.set(key, body);
      response.setHeader('etag', '"whole"').end();
    } else if (request.method === 'DELETE') {
      this.objects.delete(key);
      this.parts.delete(key);
      response.writeHead(204).end();
    } else {
      const object = this.objects.get(key);
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      if (object && from && to) response.writeHead(206).end(object.subarray(Number(from), Number(to) + 1));
      else if (object) response.end(object);
      else response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    }
  }
}

/** The client may send a body in signed pieces, each with its length before it. */
function unchunked(body: Buffer, encoding: string): Buffer {
  if (!encoding.includes('aws-chunked')) return body;
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const length = parseInt(body.subarray(at, end).toString(), 16);
    if (!(length > 0)) return Buffer.concat(pieces);
    pieces.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

const directory = mkdtempSync(join(tmpdir(), 'objects-'));
const s3 = new SmallS3();
const stores: Record<string, ObjectStore> = { directory: new DirectoryStore(directory) };
beforeAll(async () => {
  await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
  const { port } = s3.server.address() as AddressInfo;
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  stores['bucket'] = new S3Store({ bucket: 'evidence', endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1' });
});
afterAll(() => {
  s3.server.closeAllConnections();
  s3.server.close();
  rmSync(directory, { recursive: true });
});

describe.each(['directory', 'bucket'])('a store in a %s', (kind) => {
  const store = (): ObjectStore => stores[kind]!;

  it.each([10, 300_000, 20_000_000])('gives back %d bytes as they were put', async (size) => {
    const bytes = randomBytes(size);
    const pieces = Array.from({ length: Math.ceil(size / 70_000) }, (_, at) =>
      bytes.subarray(at * 70_000, (at + 1) * 70_000),
    );
    await store().put(`place/${size}`, Readable.from(pieces));
    expect((await buffer(await store().get(`place/${size}`))).equals(bytes)).toBe(true);
    const part = { from: size - 7, bytes: 5 };
    expect((await buffer(await store().get(`place/${size}`, part))).equals(bytes.subarray(-7, -2))).toBe(true);
  });

  it('forgets what is deleted, and does not mind being asked twice', async () => {
    await store().put('place/gone', Readable.from([Buffer.from('x')]));
    await store().delete('place/gone');
    await store().delete('place/gone');
    await expect(store().get('place/gone')).rejects.toBeInstanceOf(ObjectMissing);
  });

  it('keeps nothing of a stream that fails', async () => {
    const failing = Readable.from(
      (async function* () {
        yield randomBytes(100_000);
        await Promise.resolve();
        throw new Error('the line went dead');
      })(),
    );
    await expect(store().put('place/half', failing)).rejects.toThrow('the line went dead');
    await expect(store().get('place/half')).rejects.toBeInstanceOf(ObjectMissing);
  });
});

// ASVS 5.0: V5.3.2
it('a directory takes no key that leads out of it, and leaves nothing unfinished', async () => {
  for (const key of ['../x', 'a/../../x', '/etc/x', 'A'])
    await expect(stores['directory']!.put(key, Readable.from([Buffer.from('x')]))).rejects.toThrow('no key of ours');
  expect(readdirSync(directory, { recursive: true }).filter((name) => String(name).endsWith('.unfinished'))).toEqual(
    [],
  );
});
