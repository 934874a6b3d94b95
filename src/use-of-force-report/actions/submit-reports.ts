import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { keepHeapSmall } from '../../platform/bulk/keep-heap-small.js';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReceiptSigner } from '../receipt/receipt-signer.js';
import { awaitTurn } from '../records/bulk-turn.store.js';
import { findAnswer, keepAnswer, lockKey } from '../records/idempotency.store.js';
import type { SubmissionFormat } from '../records/submission.store.js';
import { inFlight, repeated } from './answer-once.js';
import type { BulkResult } from './bulk-result.js';
import { nothingTaken } from './nothing-taken.js';
import { runSubmission } from './run-submission.js';
import { Watched } from './watched-bytes.js';

export interface BulkOptions {
  key: string;
  format?: SubmissionFormat;
  /** The name of the department's mapping; a table needs one */
  mapping?: string | undefined;
  /** One report at fault, and none is taken. Without it, the good ones are taken and the others told. */
  allOrNothing?: boolean;
}

type Department = ActorOf<'department'>;
type Bytes = AsyncIterable<Uint8Array>;

/** Each holds two of the database connections while it lasts. */
const MOST_AT_ONCE = 3;

/**
 * Takes in reports by the stream. The outer transaction holds the key and keeps the answer. Lines of JSON are independent:
 * they commit chunk by chunk beside it, so after a broken connection the same stream under the same key carries on (what
 * stood already is `unchanged`). A document (JSON, XML, a table) is taken as one: broken anywhere, nothing of it is stored.
 */
@Injectable()
export class SubmitReports {
  private underWay = 0;
  private isSmall = false;

  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly masterKey: MasterKey,
    private readonly signer: ReceiptSigner,
  ) {}

  /**
   * @throws RuleBroken idempotency-key-in-flight (409), idempotency-key-reused (422), nothing-taken (422, all or nothing;
   *   the paths of its faults begin with the record's place), mapping-missing, no-such-mapping (422), busy (503), and what
   *   a document that cannot be read is answered with (400)
   */
  async run(actor: Department, bytes: Bytes, options: BulkOptions): Promise<BulkResult> {
    if (this.underWay >= MOST_AT_ONCE) throw busy();
    this.underWay++;
    this.keepSmall();
    try {
      const result = await this.database.transaction(actor, (manager) => this.once(manager, actor, bytes, options));
      // What was rejected is kept, and committed, before the sender is told so.
      if (options.allOrNothing && result.rejected > 0) throw nothingTaken(result);
      return result;
    } finally {
      this.underWay--;
    }
  }

  /** What streams through is garbage at once: from the first submission on it is collected early. */
  private keepSmall(): void {
    if (!this.isSmall) keepHeapSmall();
    this.isSmall = true;
  }

  private async once(
    manager: EntityManager,
    actor: Department,
    bytes: Bytes,
    options: BulkOptions,
  ): Promise<BulkResult> {
    const once = { jurisdictionId: actor.jurisdictionId, principalId: actor.departmentId, key: options.key };
    if (!(await lockKey(manager, once))) throw inFlight();
    const stored = await findAnswer(manager, once);
    const watched = new Watched(bytes);
    const { format = 'json-lines', allOrNothing = false } = options;
    const requestHash = (): Buffer =>
      createHash('sha256')
        .update(`bulk ${format} ${allOrNothing} ${options.mapping ?? ''} ${watched.sha256}`)
        .digest();
    if (stored) {
      for await (const _ of watched);
      return repeated<BulkResult>(stored, requestHash());
    }
    if (!(await awaitTurn(manager, actor.departmentId, format !== 'json-lines' || allOrNothing))) throw busy();
    const { database, masterKey, signer } = this;
    const result = await runSubmission(
      { database, masterKey, signer, manager, actor, at: this.clock.now() },
      { watched, format, allOrNothing, mapping: options.mapping ?? null },
    );
    const kept = !allOrNothing || result.rejected === 0;
    if (kept) await keepAnswer(manager, once, { requestHash: requestHash(), body: JSON.stringify(result) });
    return result;
  }
}

function busy(): RuleBroken {
  return new RuleBroken('busy', 'Other bulk submissions are under way: try again in a minute.', 503);
}
