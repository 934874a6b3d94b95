import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { MasterKey, type Place, seal, unseal } from '../../platform/crypto/index.js';

const SECONDS = 30;
/** A code is good for its half minute and those beside it: clocks differ. */
const STEPS_BESIDE = 1;
/** Without letters that are read for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

interface Owner {
  jurisdictionId: string;
  staffId: string;
}

/** Makes and checks one-time codes (RFC 6238: SHA-1, six digits, half a minute, as every authenticator app takes them). */
@Injectable()
export class OneTimeCodes {
  constructor(private readonly masterKey: MasterKey) {}

  /** A new secret: sealed, to be kept; in base32 and as an address, for the app that makes the codes. */
  draw(owner: Owner, account: string): { cipher: Buffer; secret: string; address: string } {
    const secret = new Secret({ size: 20 });
    const totp = new TOTP({ issuer: 'Redress', label: account, secret, period: SECONDS });
    const cipher = seal(this.keyOf(owner), placeOf(owner), Buffer.from(secret.bytes));
    return { cipher, secret: secret.base32, address: totp.toString() };
  }

  /** The half minute whose code this is, counted since 1970; null when it is none of now. */
  stepOf(owner: Owner, cipher: Buffer, code: string, now: Date): number | null {
    if (!/^\d{6}$/.test(code)) return null;
    const secret = new Secret({ buffer: new Uint8Array(unseal(this.keyOf(owner), placeOf(owner), cipher)).buffer });
    const timestamp = now.getTime();
    const delta = new TOTP({ secret, period: SECONDS }).validate({ token: code, window: STEPS_BESIDE, timestamp });
    return delta === null ? null : Math.floor(timestamp / 1000 / SECONDS) + delta;
  }

  /** Codes on paper, each good once, for when the device is lost: 50 random bits each. */
  drawRecovery(): string[] {
    const letter = (): string => LETTERS[randomInt(LETTERS.length)] ?? '';
    const five = (): string => Array.from({ length: 5 }, letter).join('');
    return Array.from({ length: 10 }, () => `${five()}-${five()}`);
  }

  recoveryHash({ jurisdictionId, staffId }: Owner, code: string): Buffer {
    const written = code.trim().toLowerCase();
    return this.masterKey.fingerprint(`recovery/${jurisdictionId}`, `${staffId}/${written}`);
  }

  private keyOf({ jurisdictionId }: Owner): Buffer {
    return this.masterKey.sealingKey(`second-factor/${jurisdictionId}`);
  }
}

function placeOf({ jurisdictionId, staffId }: Owner): Place {
  return { jurisdictionId, table: 'second_factor', column: 'secret_cipher', rowId: staffId };
}
