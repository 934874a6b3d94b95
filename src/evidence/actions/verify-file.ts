import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { EvidenceFiles, type FileFault, FileRefused } from '../records/evidence-files.js';
import { fileOf, type StoredFile } from '../records/evidence.store.js';
import { insertCheck, logAccess } from '../records/evidence-log.store.js';

/** Are the bytes still those that came in? All of them are read again, and the answer is put on record. */
@Injectable()
export class VerifyFile {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly files: EvidenceFiles,
  ) {}

  /** @throws NotFound */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    itemId: string,
  ): Promise<{ ok: boolean; fault: FileFault | null; sha256: string }> {
    const at = this.clock.now();
    const file = await this.database.transaction(actor, async (manager) => {
      const found = await fileOf(manager, complaintId, itemId);
      await logAccess(manager, 'verification', { actor, complaintId, itemIds: [itemId], at });
      return found;
    });
    const fault = await this.faultOf(actor, file);
    await this.report(actor, file, fault);
    return { ok: fault === null, fault, sha256: file.sha256 };
  }

  /** The file's bytes, the first of them found genuine. @throws RuleBroken evidence-altered, evidence-missing (409), reported */
  async opened(actor: ActorOf<'staff'>, file: StoredFile): Promise<AsyncIterable<Buffer>> {
    try {
      return await this.bytesOf(actor, file);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      await this.report(actor, file, error.fault);
      throw fileRefused(error.fault);
    }
  }

  async report(actor: ActorOf<'staff'>, file: StoredFile, fault: FileFault | null): Promise<void> {
    const { jurisdictionId, staffId: checkedBy } = actor;
    const { complaintId, itemId } = file;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await insertCheck(manager, { jurisdictionId, complaintId, itemId, fault, checkedBy, at });
      const subject = { kind: 'evidence', id: itemId };
      const details = { ok: fault === null, fault };
      await recordHistory(manager, { actor, action: 'evidence.check', subject, complaintId, details, at });
    });
  }

  private async faultOf(actor: ActorOf<'staff'>, file: StoredFile): Promise<FileFault | null> {
    try {
      for await (const _ of await this.bytesOf(actor, file));
      return null;
    } catch (error) {
      if (error instanceof FileRefused) return error.fault;
      throw error;
    }
  }

  private async bytesOf(
    { jurisdictionId, ...actor }: ActorOf<'staff'>,
    file: StoredFile,
  ): Promise<AsyncIterable<Buffer>> {
    const scope = { ...actor, jurisdictionId };
    const key = await this.database.transaction(scope, (manager) =>
      this.vault.open(manager, jurisdictionId, file.complaintId),
    );
    return this.files.give(file.objectKey, key.ofFile(file.itemId), file.sha256);
  }
}

function fileRefused(fault: FileFault): RuleBroken {
  return fault === 'missing'
    ? new RuleBroken('evidence-missing', 'The stored file is gone: this is on record.')
    : new RuleBroken(
        'evidence-altered',
        'The stored file is not the one that came in: it is not given out, on record.',
      );
}
