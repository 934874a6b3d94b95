import { Injectable } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { EvidenceSettings } from '../../platform/settings.js';
import { bareJpeg } from './bare-jpeg.js';
import type { Decoding } from './decode-picture.js';

/** Why there is no copy of a picture. */
export type Unmade = 'undecodable' | 'too_large' | 'too_slow' | 'altered' | 'missing';

export interface PictureCopy {
  jpeg: Buffer;
  width: number;
  height: number;
}

/** What a process needs to begin and to end. */
const GRACE_MS = 2_000;
/** A JPEG of the largest copy that there may be is far below. */
const MOST_COPY_BYTES = 48 * 2 ** 20;

/** The kinds that are decoded, each by its one loader of libvips. HEIC is known to it and cannot be opened: it is told as that. */
export const LOADERS: Readonly<Record<string, string>> = {
  'image/jpeg': 'VipsForeignLoadJpegBuffer',
  'image/png': 'VipsForeignLoadPngBuffer',
  'image/apng': 'VipsForeignLoadPngBuffer',
  'image/gif': 'VipsForeignLoadNsgifBuffer',
  'image/webp': 'VipsForeignLoadWebpBuffer',
  'image/tiff': 'VipsForeignLoadTiffBuffer',
  'image/avif': 'VipsForeignLoadHeifBuffer',
  'image/heic': 'VipsForeignLoadHeifBuffer',
  'image/heif': 'VipsForeignLoadHeifBuffer',
  'image/heic-sequence': 'VipsForeignLoadHeifBuffer',
  'image/heif-sequence': 'VipsForeignLoadHeifBuffer',
};

/** Has pictures decoded and written anew, without a word of metadata, in a process that may die of it. */
@Injectable()
export class PictureCopier {
  /** Options of the decoding process's Node */
  execArgv: readonly string[] = ['--max-old-space-size=256'];
  entry = fileURLToPath(new URL(`./decode-picture${import.meta.url.slice(-3)}`, import.meta.url));

  /** Whoever decodes a picture has so long for it, and its process a little longer. */
  seconds = 20;

  constructor(private readonly settings: EvidenceSettings) {}

  /** @throws what the stream of its bytes fails with; whatever is wrong with the picture itself is an answer */
  async copy(bytes: AsyncIterable<Buffer>, mediaType: string): Promise<PictureCopy | Unmade> {
    const { mostMegapixels, longestCopySide } = this.settings.limits;
    const loader = LOADERS[mediaType] ?? '';
    const decoding = { loader, mostPoints: mostMegapixels * 1e6, longestSide: longestCopySide, seconds: this.seconds };
    const answer = await this.decoded(bytes, decoding);
    if (!Buffer.isBuffer(answer)) return answer;
    try {
      return { jpeg: answer, ...(await bareJpeg(answer)) };
    } catch {
      return 'undecodable';
    }
  }

  private async decoded(bytes: AsyncIterable<Buffer>, decoding: Decoding): Promise<Buffer | Unmade> {
    const child = spawn(process.execPath, [...this.execArgv, this.entry, JSON.stringify(decoding)], {
      // Nothing of ours: no key, no address of a database.
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const late = AbortSignal.timeout(this.seconds * 1000 + GRACE_MS);
    const end = (): boolean => child.kill('SIGKILL');
    late.addEventListener('abort', end);
    try {
      const [[code], out, failure] = await Promise.all([
        once(child, 'close') as Promise<[number | null]>,
        collected(child.stdout, end),
        fed(bytes, child.stdin),
      ]);
      if (failure !== null) throw failure;
      if (late.aborted) return 'too_slow';
      return code === 0 && out.length > 0 ? out : 'undecodable';
    } finally {
      late.removeEventListener('abort', end);
      end();
    }
  }
}

/** What the bytes themselves fail with. That the process reads no further is for its exit code to tell. */
async function fed(bytes: AsyncIterable<Buffer>, stdin: NodeJS.WritableStream): Promise<Error | null> {
  const failures: Error[] = [];
  const source = Readable.from(
    (async function* () {
      try {
        yield* bytes;
      } catch (error) {
        failures.push(error as Error);
      }
    })(),
  );
  await pipeline(source, stdin).catch(() => undefined);
  return failures[0] ?? null;
}

async function collected(stdout: Readable, tooMuch: () => void): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stdout as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > MOST_COPY_BYTES) tooMuch();
    else pieces.push(piece);
  }
  return length > MOST_COPY_BYTES ? Buffer.alloc(0) : Buffer.concat(pieces);
}
