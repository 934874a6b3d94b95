import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { hourOf } from '../../shared/hour.js';
import { CaseVault } from '../../vault/index.js';
import type { PictureCopy, Unmade } from '../copying/picture-copier.js';
import { CopyGround, sealOfCopy } from '../records/copy-ground.js';
import { copyOf, insertCopy } from '../records/copy.store.js';
import type { ScanJob } from '../records/evidence-ground.js';
import { insertCheck } from '../records/evidence-log.store.js';
import { fileOf, holdCase, type StoredFile } from '../records/evidence.store.js';
import { beginUpload, settleUpload } from '../records/upload.store.js';
import { fileState, mayBeRead } from '../rules/file-state.js';

/**
 * A picture is copied: its points alone, turned upright, without place, time, device or thumbnail. The copy lies sealed
 * under the case's key as the original does, and the original stays as it came. That none could be made is put on record too.
 */
@Injectable()
export class CopyPicture {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly ground: CopyGround,
  ) {}

  async run(job: ScanJob): Promise<void> {
    const { jurisdictionId, complaintId, itemId } = job;
    const scope = { kind: 'system', jurisdictionId } as const;
    const known = await this.database.transaction(scope, async (manager) => {
      const file = await fileOf(manager, complaintId, itemId);
      const wanted = mayBeRead(fileState(file.quarantined, file.scan)) && !(await copyOf(manager, itemId));
      return wanted ? { file, key: await this.vault.open(manager, jurisdictionId, complaintId) } : null;
    });
    if (known === null) return;
    const made = await this.ground.copied(known.file, known.key);
    if (typeof made === 'string') await this.record(job, known.file, { unmade: made });
    else await this.keep(job, known.file, made);
  }

  private async keep(job: ScanJob, file: StoredFile, { jpeg, ...size }: PictureCopy): Promise<void> {
    const { jurisdictionId, complaintId, itemId } = job;
    const scope = { kind: 'system', jurisdictionId } as const;
    // How close in time the copy was made to when somebody sent the picture, nobody is to read from an id.
    const begunAt = hourOf(this.clock.now());
    const id = newId(begunAt);
    const objectKey = `${jurisdictionId}/${id}`;
    const key = await this.database.transaction(scope, async (manager) => {
      await beginUpload(manager, { jurisdictionId, id, complaintId, objectKey, begunAt });
      return this.vault.open(manager, jurisdictionId, complaintId);
    });
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    try {
      await this.ground.files.keep(objectKey, sealOfCopy(key, itemId), jpeg);
      const copy = { unmade: null, objectKey, bytes: jpeg.length, sha256, ...size };
      if (!(await this.record(job, file, copy, id))) await this.ground.files.remove(objectKey);
    } catch (error) {
      await this.ground.files.remove(objectKey);
      throw error;
    }
  }

  /** False where another made one meanwhile. @throws NotFound, RuleBroken case-unreadable (410) where the case was erased meanwhile */
  private async record(
    { jurisdictionId, complaintId, itemId }: ScanJob,
    { sha256: original }: StoredFile,
    made:
      | { unmade: Unmade }
      | { unmade: null; objectKey: string; bytes: number; sha256: string; width: number; height: number },
    uploadId?: string,
  ): Promise<boolean> {
    const actor = { kind: 'system', jurisdictionId } as const;
    const madeAt = hourOf(this.clock.now());
    const none = { objectKey: null, bytes: null, sha256: null, width: null, height: null };
    return this.database.transaction(actor, async (manager) => {
      await holdCase(manager, complaintId);
      await this.vault.open(manager, jurisdictionId, complaintId);
      const isNew = await insertCopy(manager, { ...none, ...made, jurisdictionId, itemId, complaintId, madeAt });
      if (uploadId !== undefined) await settleUpload(manager, uploadId);
      if (!isNew) return false;
      const subject = { kind: 'evidence', id: itemId };
      const details =
        made.unmade === null ? { original, sha256: made.sha256, bytes: made.bytes } : { unmade: made.unmade };
      await recordHistory(manager, { actor, action: 'evidence.copy', subject, complaintId, details, at: madeAt });
      const fault = made.unmade === 'altered' || made.unmade === 'missing' ? made.unmade : null;
      if (fault !== null)
        await insertCheck(manager, { jurisdictionId, complaintId, itemId, fault, checkedBy: null, at: madeAt });
      return true;
    });
  }
}
