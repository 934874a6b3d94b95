import { Injectable } from '@nestjs/common';
import type { KeyObject } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { MasterKey, signingKeyOf } from '../../platform/crypto/index.js';
import { AuditLogSettings } from '../../platform/settings.js';
import { signedNote, verifierKey } from './signed-note.js';

/** Signs checkpoints. The key is made of the master key and lies in no database: who rewrites the history there cannot sign for it. */
@Injectable()
export class Checkpoints {
  private readonly secret: KeyObject;

  constructor(
    masterKey: MasterKey,
    private readonly settings: AuditLogSettings,
  ) {
    this.secret = signingKeyOf(masterKey.signingSeed('history'));
  }

  note(size: number, root: Buffer): string {
    return signedNote({ origin: this.settings.origin, size, root }, this.secret);
  }

  /** To check notes with, in the form of C2SP signed-note. */
  verifierKey(): string {
    return verifierKey(this.settings.origin, this.secret);
  }

  /** Where the operator wants them besides: each is appended. */
  async toFile(note: string): Promise<void> {
    if (this.settings.file !== null) await appendFile(this.settings.file, note);
  }
}
