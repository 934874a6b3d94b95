import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { type FileSeal, SealBroken, SealStream, UnsealStream } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { freeingBuffers } from '../../platform/storage/free-buffers.js';
import { ObjectMissing, ObjectStore } from '../../platform/storage/object-store.js';
import type { ByteSource } from '../inspection/byte-source.js';
import { fileKind, HEAD_BYTES } from '../inspection/file-kind.js';
import { firstBytes } from './first-bytes.js';
import { SealedSource } from './sealed-source.js';

export interface ReceivedFile {
  readonly bytes: number;
  /** Of the bytes as they came */
  readonly sha256: string;
}

export type FileFault = 'altered' | 'missing';

/** A stored file turned out not to be what came in. */
export class FileRefused extends Error {
  constructor(readonly fault: FileFault) {
    super(`The stored file is ${fault}.`);
  }
}

/** Takes the bytes of evidence in and gives them out: sealed on the way, never whole in memory. */
@Injectable()
export class EvidenceFiles {
  constructor(private readonly store: ObjectStore) {}

  /**
   * Resolves when the store has all of it. Of what is plainly not taken the first bytes are all that is read.
   * @param most bytes
   * @throws RuleBroken empty-file, type-not-taken … (422), file-too-large (413); whatever the stream fails with
   */
  async take(objectKey: string, seal: FileSeal, stream: Readable, most: number): Promise<ReceivedFile> {
    const { head, whole } = await firstBytes(stream, HEAD_BYTES);
    await fileKind(head);
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = Readable.from(
      (async function* () {
        for await (const chunk of freeingBuffers(whole)) {
          bytes += chunk.length;
          if (bytes > most) throw tooLarge(most);
          hash.update(chunk);
          yield chunk;
        }
      })(),
      { objectMode: false },
    );
    let failure: unknown = null;
    counted.once('error', (error) => (failure = error));
    await this.store.put(objectKey, joined(counted, new SealStream(seal))).catch((error: unknown) => {
      // What went wrong with the bytes says more than what the store made of it.
      throw failure ?? error;
    });
    return { bytes, sha256: hash.digest('hex') };
  }

  /** Bytes of our own making. Resolves when the store has all of them. */
  async keep(objectKey: string, seal: FileSeal, bytes: Buffer): Promise<void> {
    await this.store.put(objectKey, joined(Readable.from([bytes], { objectMode: false }), new SealStream(seal)));
  }

  /**
   * The bytes as they came. The first are genuine before this resolves; later ones are before they come out; the stream
   * fails with FileRefused otherwise. @throws FileRefused
   */
  async give(objectKey: string, seal: FileSeal, sha256: string): Promise<AsyncIterable<Buffer>> {
    try {
      const sealed = await this.store.get(objectKey);
      const plain = joined(sealed, new UnsealStream(seal))[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
      return freeingBuffers(verified(await plain.next(), plain, sha256));
    } catch (error) {
      throw refusedBy(error);
    }
  }

  /** The same bytes to be read here and there, while it is found out what they are. @param bytes how many there are */
  source(objectKey: string, seal: FileSeal, bytes: number): ByteSource {
    return new SealedSource(this.store, { objectKey, seal }, bytes);
  }

  async remove(objectKey: string): Promise<void> {
    await this.store.delete(objectKey);
  }
}

/** `pipe` that carries a failure of the first to the second, where whoever reads it finds it, early or late. */
function joined(from: Readable, to: Transform): Transform {
  to.on('error', () => undefined);
  from.on('error', (error) => to.destroy(error));
  to.on('close', () => from.destroy());
  return from.pipe(to);
}

async function* verified(
  first: IteratorResult<Buffer>,
  rest: AsyncIterator<Buffer>,
  sha256: string,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for (let next = first; next.done !== true; next = await rest.next()) {
      hash.update(next.value);
      yield next.value;
    }
  } catch (error) {
    throw refusedBy(error);
  }
  if (hash.digest('hex') !== sha256) throw new FileRefused('altered');
}

function refusedBy(error: unknown): unknown {
  if (error instanceof SealBroken) return new FileRefused('altered');
  return error instanceof ObjectMissing ? new FileRefused('missing') : error;
}

function tooLarge(most: number): RuleBroken {
  return new RuleBroken('file-too-large', `The file is larger than the ${most} bytes that are taken here.`, 413);
}
