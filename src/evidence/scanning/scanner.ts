import { Injectable } from '@nestjs/common';
import { connect } from 'node:net';
import type { FileSeal } from '../../platform/crypto/index.js';
import { EvidenceSettings } from '../../platform/settings.js';
import { EvidenceFiles } from '../records/evidence-files.js';
import type { StoredFile } from '../records/evidence.store.js';

const SLOWEST_MS = 120_000;

/** Asks a clamd, by its INSTREAM command: each piece with its length before it, an empty one at the end. */
@Injectable()
export class Scanner {
  constructor(
    private readonly settings: EvidenceSettings,
    private readonly files: EvidenceFiles,
  ) {}

  /** @throws Error when the scanner cannot be reached or gives no verdict: nothing is clean by default */
  async verdictOn({ objectKey, sha256 }: StoredFile, seal: FileSeal): Promise<'clean' | 'infected'> {
    return this.verdict(await this.files.give(objectKey, seal, sha256));
  }

  private async verdict(bytes: AsyncIterable<Buffer>): Promise<'clean' | 'infected'> {
    const { scanner } = this.settings;
    if (scanner === null) throw new Error('No scanner is set.');
    const socket = connect(scanner);
    socket.setTimeout(SLOWEST_MS, () => socket.destroy(new Error('The scanner does not answer.')));
    const answer = new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('end', () => {
        resolve(text);
      });
      socket.on('error', reject);
    });
    // A scanner that hangs up while we write is heard through `answer`.
    answer.catch(() => undefined);
    try {
      const send = (piece: Uint8Array | string): Promise<void> =>
        new Promise((resolve, reject) => {
          socket.write(piece, (error) => {
            if (error) reject(error);
            else resolve();
          });
        });
      await send('zINSTREAM\0');
      for await (const piece of bytes) {
        await send(lengthOf(piece.length));
        await send(piece);
      }
      await send(lengthOf(0));
      return verdictIn(await answer);
    } finally {
      socket.destroy();
    }
  }
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function verdictIn(answer: string): 'clean' | 'infected' {
  const text = answer.replaceAll('\0', '').trim();
  if (text.endsWith(' OK')) return 'clean';
  if (text.endsWith(' FOUND')) return 'infected';
  throw new Error(`The scanner gives no verdict: ${text.slice(0, 100)}`);
}
