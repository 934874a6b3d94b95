import { Injectable } from '@nestjs/common';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { MasterKey } from '../../platform/crypto/index.js';

const NONCE_BYTES = 16;
const TIME_BYTES = 6;
const LIFE_MS = 5 * 60_000;

/**
 * Draws challenges that only this server can have drawn, and knows them again without keeping them: whoever asks for a
 * million of them fills no table. That one is taken once is noted when it is used (used-once.store).
 */
@Injectable()
export class Challenges {
  constructor(private readonly masterKey: MasterKey) {}

  /** @param use what it is good for, and for whom */
  draw(use: string, now: Date): string {
    const ends = Buffer.alloc(TIME_BYTES);
    ends.writeUIntBE(now.getTime() + LIFE_MS, 0, TIME_BYTES);
    const said = Buffer.concat([randomBytes(NONCE_BYTES), ends]);
    return Buffer.concat([said, this.markOf(use, said)]).toString('base64url');
  }

  /** Until when it is good; null when it is not one of ours for this use, or has run out. */
  endOf(use: string, challenge: string, now: Date): Date | null {
    const bytes = Buffer.from(challenge, 'base64url');
    const said = bytes.subarray(0, NONCE_BYTES + TIME_BYTES);
    const mark = bytes.subarray(said.length);
    const expected = this.markOf(use, said);
    if (mark.length !== expected.length || !timingSafeEqual(mark, expected)) return null;
    const endsAt = new Date(said.readUIntBE(NONCE_BYTES, TIME_BYTES));
    return endsAt > now ? endsAt : null;
  }

  private markOf(use: string, said: Buffer): Buffer {
    return this.masterKey.fingerprint(`challenge/${use}`, said.toString('hex'));
  }
}
