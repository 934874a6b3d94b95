import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { Logger } from '../../platform/logging/logger.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { copyOf, type StoredCopy } from '../records/copy.store.js';
import { FileRefused } from '../records/evidence-files.js';
import { fileOf, type StoredFile } from '../records/evidence.store.js';
import { logAccess } from '../records/evidence-log.store.js';
import { fileState, mayBeRead } from '../rules/file-state.js';
import { seesOriginals } from '../rules/sees-originals.js';
import { VerifyFile } from './verify-file.js';

export interface OpenedFile {
  file: StoredFile;
  /** The bytes as they came. The stream fails when a later one is not genuine. */
  bytes: AsyncIterable<Buffer>;
}

/** Somebody looks at a file: it is on record before the first byte goes out. */
@Injectable()
export class OpenFile {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly verify: VerifyFile,
  ) {}

  /** @throws NotFound, RuleBroken evidence-quarantined, evidence-infected, evidence-altered, evidence-missing (409), copy-instead (403) */
  async run(actor: ActorOf<'staff'>, complaintId: string, itemId: string): Promise<OpenedFile> {
    const at = this.clock.now();
    const file = await this.database.transaction(actor, async (manager) => {
      const found = await fileOf(manager, complaintId, itemId);
      refuseUnread(found);
      if (!seesOriginals(actor.roles)) refuseOriginal(found, await copyOf(manager, itemId));
      await logAccess(manager, 'content', { actor, complaintId, itemIds: [itemId], at });
      return found;
    });
    const bytes = await this.verify.opened(actor, file);
    return { file, bytes: this.reported(actor, file, bytes) };
  }

  /** What turns out on the way not to be what came is reported before the stream fails. */
  private async *reported(
    actor: ActorOf<'staff'>,
    file: StoredFile,
    bytes: AsyncIterable<Buffer>,
  ): AsyncGenerator<Buffer> {
    try {
      yield* bytes;
    } catch (error) {
      if (error instanceof FileRefused) await this.verify.report(actor, file, error.fault);
      else this.logger.failure('evidence-unread', error);
      throw error;
    }
  }
}

function refuseOriginal({ mediaType }: StoredFile, copy: StoredCopy | undefined): void {
  if (!mediaType.startsWith('image/') || (copy && copy.unmade !== null)) return;
  throw new RuleBroken('copy-instead', 'The board looks at the copy of a picture, without metadata.', 403);
}

function refuseUnread({ quarantined, scan }: StoredFile): void {
  const state = fileState(quarantined, scan);
  if (mayBeRead(state)) return;
  if (state === 'infected')
    throw new RuleBroken(
      'evidence-infected',
      'The scanner found something malicious in this file: it is not given out.',
    );
  throw new RuleBroken('evidence-quarantined', 'This file has not been scanned yet: try again in a while.');
}
