import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import type { MasterKey } from '../../platform/crypto/index.js';
import { newId } from '../../platform/identifiers.js';
import type { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { readRecords } from '../formats/read-records.js';
import type { ReceiptSigner } from '../receipt/receipt-signer.js';
import { readIntake } from '../records/intake.reader.js';
import { mappingNamed } from '../records/mapping.store.js';
import {
  beginSubmission,
  endSubmission,
  forgetSubmission,
  type NewSubmission,
  type SubmissionFormat,
} from '../records/submission.store.js';
import { BulkStorage } from './bulk-storage.js';
import { BulkTally } from './bulk-tally.js';
import { ProgrammeTally } from './programme-tally.js';
import { RejectKeeper, sealSent } from './reject-keeper.js';
import { signSubmission } from './sign-submission.js';
import type { BulkResult } from './bulk-result.js';
import { takeInRecords } from './take-in-records.js';
import type { Watched } from './watched-bytes.js';

export interface Desk {
  database: CaseDatabase;
  masterKey: MasterKey;
  signer: ReceiptSigner;
  /** The outer transaction */
  manager: EntityManager;
  actor: ActorOf<'department'>;
  at: Date;
}

interface Wanted {
  watched: Watched;
  format: SubmissionFormat;
  allOrNothing: boolean;
  mapping: string | null;
}

/** One submission from its first byte to its signed receipt. What the outer transaction says of it is not committed here. */
export async function runSubmission(desk: Desk, wanted: Wanted): Promise<BulkResult> {
  const { database, manager, actor, at, masterKey } = desk;
  const { watched, format, allOrNothing } = wanted;
  const { intake, terms } = await readIntake(manager, actor, at);
  const mapping = format === 'csv' ? await mappingNamed(manager, actor.departmentId, wanted.mapping) : null;
  const submission: NewSubmission = { ...actor, id: newId(), format, allOrNothing, mapping, begunAt: at };
  const byChunk = format === 'json-lines' && !allOrNothing;
  const beside = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    byChunk ? database.transaction(actor, work) : work(manager);
  await beside((inner) => beginSubmission(inner, submission));
  const storage = new BulkStorage({ database, manager, intake, submissionId: submission.id }, byChunk);
  await storage.begin();
  const whose = { jurisdictionId: actor.jurisdictionId, submissionId: submission.id };
  const rejects = new RejectKeeper(masterKey, whose, (kept) => storage.keepRejects(kept));
  const tally = new BulkTally();
  const programmes = await ProgrammeTally.of(manager, intake);
  const read = readRecords(format, watched, mapping?.document ?? null);
  try {
    await takeInRecords(read.records, { storage, rejects, tally, programmes, terms, intake, allOrNothing });
  } catch (error) {
    if (byChunk)
      await database.transaction(actor, (inner) => forgetSubmission(inner, submission.id)).catch(() => undefined);
    throw error;
  }
  const { counts, results, warnings } = tally.result;
  const { bytes, sha256 } = { bytes: watched.length, sha256: watched.sha256 };
  const header = read.header();
  const headerCipher = header === null ? null : sealSent(masterKey, whose, 'header', Buffer.from(header));
  await endSubmission(manager, submission.id, { at, bytes, sha256, counts, headerCipher });
  const subject = { kind: 'use-of-force-submission', id: submission.id };
  await recordHistory(manager, { actor, action: 'use-of-force-submission.receive', subject, details: counts, at });
  const receipt = await signSubmission(manager, desk, { ...submission, bytes, sha256, counts });
  const unknownColumns = read.unknownColumns();
  return {
    submissionId: submission.id,
    ...counts,
    programmes: programmes.result,
    results,
    warnings,
    unknownColumns,
    receipt,
  };
}
