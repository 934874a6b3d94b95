import type { MasterKey } from '../../platform/crypto/index.js';
import { seal, unseal } from '../../platform/crypto/index.js';
import type { SentRecord } from '../formats/sent-record.js';
import type { Reject } from '../records/submission.store.js';
import type { ReportFault } from '../rules/fault-codes.js';
import { numberOf } from './bulk-tally.js';

const MOST_RECORDS = 200;
const MOST_BYTES = 1_048_576;

/** Whose rejected records these are: they are sealed for it and open nowhere else. */
export interface SealedFor {
  jurisdictionId: string;
  submissionId: string;
}

/** Rejected records on their way into the database, by the handful, sealed: nobody knows what stands in what was refused. */
export class RejectKeeper {
  private waiting: Reject[] = [];
  private bytes = 0;

  constructor(
    private readonly masterKey: MasterKey,
    private readonly whose: SealedFor,
    private readonly keep: (rejects: readonly Reject[]) => Promise<void>,
  ) {}

  get isFull(): boolean {
    return this.waiting.length >= MOST_RECORDS || this.bytes >= MOST_BYTES;
  }

  add({ place, text, said }: SentRecord, faults: ReportFault[]): void {
    const sentCipher = text && sealSent(this.masterKey, this.whose, String(place), text);
    this.waiting.push({ place, reportNumber: numberOf('value' in said ? said.value : null), faults, sentCipher });
    this.bytes += text?.length ?? 0;
  }

  async flush(): Promise<void> {
    const rejects = this.waiting;
    this.waiting = [];
    this.bytes = 0;
    if (rejects.length > 0) await this.keep(rejects);
  }
}

/** @param name the record's place, or `header` */
export function sealSent(masterKey: MasterKey, whose: SealedFor, name: string, text: Buffer): Buffer {
  return seal(masterKey.sealingKey(`rejects/${whose.jurisdictionId}`), placeOf(whose, name), text);
}

/** @throws SealBroken */
export function openSent(masterKey: MasterKey, whose: SealedFor, name: string, sealed: Buffer): Buffer {
  return unseal(masterKey.sealingKey(`rejects/${whose.jurisdictionId}`), placeOf(whose, name), sealed);
}

function placeOf({ jurisdictionId, submissionId }: SealedFor, name: string) {
  return { jurisdictionId, table: 'use_of_force_reject', column: 'sent', rowId: `${submissionId}/${name}` };
}
