import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { sealOfCopy } from '../records/copy-ground.js';
import { copyOf } from '../records/copy.store.js';
import { EvidenceFiles, FileRefused } from '../records/evidence-files.js';
import { fileOf } from '../records/evidence.store.js';
import { logAccess } from '../records/evidence-log.store.js';

export interface OpenedCopy {
  number: number;
  bytes: number;
  jpeg: AsyncIterable<Buffer>;
}

/** Somebody looks at a picture without what the camera wrote into it: on record, as a look at the original is. */
@Injectable()
export class OpenCopy {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly files: EvidenceFiles,
  ) {}

  /** @throws NotFound, RuleBroken no-copy, no-copy-yet, evidence-altered, evidence-missing (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, itemId: string): Promise<OpenedCopy> {
    const { jurisdictionId } = actor;
    const at = this.clock.now();
    const { number, key, copy } = await this.database.transaction(actor, async (manager) => {
      const file = await fileOf(manager, complaintId, itemId);
      const found = await copyOf(manager, itemId);
      if (!found && file.mediaType.startsWith('image/')) throw notYet();
      const { objectKey = null, sha256 = null, bytes = null } = found ?? {};
      if (objectKey === null || sha256 === null || bytes === null) throw none();
      await logAccess(manager, 'copy', { actor, complaintId, itemIds: [itemId], at });
      const opened = await this.vault.open(manager, jurisdictionId, complaintId);
      return { number: file.number, key: opened, copy: { objectKey, sha256, bytes } };
    });
    try {
      const jpeg = await this.files.give(copy.objectKey, sealOfCopy(key, itemId), copy.sha256);
      return { number, bytes: copy.bytes, jpeg };
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      throw new RuleBroken(`evidence-${error.fault}`, `The stored copy is ${error.fault}: ask for the original.`);
    }
  }
}

function notYet(): RuleBroken {
  return new RuleBroken('no-copy-yet', 'The copy of this picture is still to be made: try again in a few minutes.');
}

function none(): RuleBroken {
  return new RuleBroken('no-copy', 'Of this file there is no copy without metadata: the register says why.');
}
