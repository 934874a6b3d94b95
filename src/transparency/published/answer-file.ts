import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { byteRange, fitsWhatIsThere } from './byte-range.js';
import { cachedAnswer } from './cached-answer.js';
import { type FileAddress, type PublishedFile, PublishedFiles } from './published-files.js';

const PIECE = 1 << 18;

/** A file of a release over HTTP: whole or in part, kept for good by whoever has it. Its ETag is its SHA-256. */
@Injectable()
export class AnswerFile {
  constructor(private readonly files: PublishedFiles) {}

  /** @throws NotFound, RuleBroken release-withdrawn, comparison-withdrawn (410), no-such-range (416) */
  async run(address: FileAddress, request: FastifyRequest, reply: FastifyReply): Promise<StreamableFile | undefined> {
    const file = await this.files.find(address);
    const kept = { etag: file.sha256, type: file.type, immutable: true };
    void reply.header('accept-ranges', 'bytes');
    return cachedAnswer(request, reply, kept, () => answer(file, nameOf(address), request, reply));
  }
}

const nameOf = ({ dataset, version, file }: FileAddress): string => `${dataset}-${version}-${file}`;

async function answer(
  file: PublishedFile,
  name: string,
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<StreamableFile> {
  const asked = fitsWhatIsThere(String(headers['if-range'] ?? ''), file.sha256) ? headers.range : undefined;
  // Nothing but GET is asked for a part.
  const range = method === 'GET' ? byteRange(asked, file.bytes) : 'whole';
  if (range === null) {
    void reply.header('content-range', `bytes */${file.bytes}`);
    throw new RuleBroken('no-such-range', `The file has ${file.bytes} bytes, and none where you ask.`, 416);
  }
  const part = range === 'whole' ? { start: 0, end: file.bytes - 1 } : range;
  const body = method === 'HEAD' ? Readable.from([]) : await streamOf(file.path, part);
  if (range !== 'whole')
    void reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`);
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(body, { length: part.end - part.start + 1, disposition, type: file.type });
}

/** @throws NotFound before anything is sent, when the file is gone */
async function streamOf(path: string, { start, end }: { start: number; end: number }): Promise<Readable> {
  const handle = await open(path).catch(() => {
    throw new NotFound();
  });
  return handle.createReadStream({ start, end: Math.max(end, 0), highWaterMark: PIECE });
}
