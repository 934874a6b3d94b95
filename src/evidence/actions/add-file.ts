import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { type CaseKey, CaseVault } from '../../vault/index.js';
import { type InspectedFile, inspectFile } from '../inspection/inspect-file.js';
import { type ReceivedFile } from '../records/evidence-files.js';
import { holdCase, insertFile, insertItem } from '../records/evidence.store.js';
import { EvidenceGround } from '../records/evidence-ground.js';
import { type ItemWords, sealedWords } from '../records/item-words.js';
import { cleanName } from '../rules/file-name.js';
import { beginUpload, settleUpload } from '../records/upload.store.js';

export interface FileToAdd extends ItemWords {
  /** What it was called where it came from; not kept of an anonymous person's */
  name?: string | undefined;
  /** What whoever sent it says it is: a media type */
  declaredType?: string | undefined;
  bytes: Readable;
}

export interface AddedFile extends ReceivedFile, InspectedFile {
  evidenceId: string;
  number: number;
}

/** A file becomes evidence. When this answers, its bytes are stored, sealed, and its hash is on record; or nothing is. */
@Injectable()
export class AddFile {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly ground: EvidenceGround,
  ) {}

  /** @throws NotFound, RuleBroken empty-file, file-too-large (413), and of file-refused.ts (422) */
  async run(actor: ActorOf<'staff' | 'complainant'>, complaintId: string, file: FileToAdd): Promise<AddedFile> {
    const { files, settings } = this.ground;
    const { jurisdictionId } = actor;
    // Of what a complainant does no time finer than the hour is kept, in ids neither.
    const at = actor.kind === 'complainant' ? hourOf(this.clock.now()) : this.clock.now();
    const id = newId(at);
    const objectKey = `${jurisdictionId}/${id}`;
    const key = await this.database.transaction(actor, async (manager) => {
      await holdCase(manager, complaintId);
      await beginUpload(manager, { jurisdictionId, id, complaintId, objectKey, begunAt: at });
      return this.vault.open(manager, jurisdictionId, complaintId);
    });
    try {
      const seal = key.ofFile(id);
      const received = await files.take(objectKey, seal, file.bytes, settings.mostBytes);
      const inspected = await inspectFile(files.source(objectKey, seal, received.bytes), file, settings.limits);
      return await this.record(actor, { complaintId, id, objectKey, at, key }, file, { ...received, ...inspected });
    } catch (error) {
      await files.remove(objectKey);
      throw error;
    }
  }

  private async record(
    actor: ActorOf<'staff' | 'complainant'>,
    {
      complaintId,
      id,
      objectKey,
      at,
      key,
    }: { complaintId: string; id: string; objectKey: string; at: Date; key: CaseKey },
    { name: said, declaredType: _, bytes: __, ...words }: FileToAdd,
    received: ReceivedFile & InspectedFile,
  ): Promise<AddedFile> {
    const { jurisdictionId } = actor;
    return this.database.transaction(actor, async (manager) => {
      const { anonymous } = await holdCase(manager, complaintId);
      const number = await insertItem(manager, {
        ...{ jurisdictionId, id, complaintId, kind: 'file', addedAt: at },
        addedBy: actor.kind === 'staff' ? actor.staffId : null,
        ...sealedWords(key, id, words),
      });
      const name = cleanName(said ?? '');
      const nameCipher =
        name === null || (anonymous && actor.kind === 'complainant')
          ? null
          : key.seal({ table: 'evidence_file', column: 'name_cipher', rowId: id }, name);
      const quarantined = this.ground.settings.scanner !== null;
      await insertFile(manager, {
        ...{ jurisdictionId, itemId: id, complaintId, ...received, objectKey, nameCipher, quarantined },
      });
      await settleUpload(manager, id);
      if (quarantined) await this.ground.enqueueScan(manager, { jurisdictionId, complaintId, itemId: id });
      const { sha256, mediaType, bytes, notes } = received;
      await recordHistory(manager, {
        ...{ actor, action: 'evidence.add', subject: { kind: 'evidence', id }, complaintId },
        details: { number, sha256, mediaType, bytes, notes },
        at,
      });
      return { evidenceId: id, number, ...received };
    });
  }
}
