import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findAnswer, keepAnswer, lockKey } from '../records/idempotency.store.js';
import { termsInForce } from '../records/terms.reader.js';
import type { Terms } from '../rules/terms.js';
import { inFlight, repeated } from './answer-once.js';
import { type BulkResult, BulkTally } from './bulk-tally.js';
import { ChunkWriter, type LineReport } from './chunk-writer.js';
import { readLine } from './read-line.js';
import { readLines } from './read-lines.js';
import { takeInReports } from './take-in-reports.js';

export interface BulkOptions {
  key: string;
  /** One report at fault, and none is taken. Without it, the good ones are taken and the others told. */
  allOrNothing?: boolean;
}

type Department = ActorOf<'department'>;
type Bytes = AsyncIterable<Uint8Array>;

/** Each holds two of the ten database connections while it lasts. */
const MOST_AT_ONCE = 3;

/**
 * Takes in reports by the stream, one JSON object a line. The outer transaction holds the key and keeps the answer; partial
 * submissions commit chunk by chunk beside it, so after a broken connection the same stream under the same key carries on:
 * what stood already is `unchanged`.
 */
@Injectable()
export class SubmitReports {
  private underWay = 0;

  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws RuleBroken idempotency-key-in-flight (409), idempotency-key-reused (422), nothing-taken (422, all or nothing;
   *   the paths of its faults begin with the number of the line), busy (503)
   */
  async run(actor: Department, lines: Bytes, options: BulkOptions): Promise<BulkResult> {
    if (this.underWay >= MOST_AT_ONCE) {
      throw new RuleBroken('busy', 'Other bulk submissions are under way: try again in a minute.', 503);
    }
    this.underWay++;
    try {
      return await this.database.transaction(actor, (manager) => this.once(manager, actor, lines, options));
    } finally {
      this.underWay--;
    }
  }

  private async once(
    manager: EntityManager,
    actor: Department,
    lines: Bytes,
    options: BulkOptions,
  ): Promise<BulkResult> {
    const once = { jurisdictionId: actor.jurisdictionId, principalId: actor.departmentId, key: options.key };
    if (!(await lockKey(manager, once))) throw inFlight();
    const stored = await findAnswer(manager, once);
    const hash = createHash('sha256').update(options.allOrNothing ? 'bulk, all or nothing\n' : 'bulk\n');
    const hashed = watched(lines, (bytes) => hash.update(bytes));
    if (stored) {
      for await (const _ of hashed);
      return repeated<BulkResult>(stored, hash.digest());
    }
    const result = await this.takeIn(manager, actor, hashed, options);
    await keepAnswer(manager, once, { requestHash: hash.digest(), body: JSON.stringify(result) });
    return result;
  }

  private async takeIn(
    manager: EntityManager,
    actor: Department,
    lines: Bytes,
    options: BulkOptions,
  ): Promise<BulkResult> {
    const at = this.clock.now();
    const { charterId, terms } = await termsInForce(manager, actor.jurisdictionId, at);
    const intake = { actor, charterId, at };
    const whole = (reports: readonly LineReport[]) => takeInReports(manager, intake, reports);
    const partial = async (reports: readonly LineReport[]) => {
      // The outer transaction would be ended as idle if nothing were asked of it.
      await manager.query('SELECT');
      return this.database.transaction(actor, (inner) => takeInReports(inner, intake, reports));
    };
    const tally = new BulkTally();
    await readAll(lines, terms, tally, new ChunkWriter(options.allOrNothing ? whole : partial, tally), options);
    const result = tally.result();
    if (options.allOrNothing && result.rejected > 0) throw nothingTaken(result);
    return result;
  }
}

async function readAll(
  source: Bytes,
  terms: Terms,
  tally: BulkTally,
  writer: ChunkWriter,
  { allOrNothing = false }: BulkOptions,
): Promise<void> {
  try {
    for await (const lines of readLines(source)) {
      await writer.keepAwake();
      for (const { number, bytes } of lines) {
        const read = readLine(bytes, terms);
        if (!read) continue;
        tally.receive();
        if ('faults' in read) tally.reject(number, read.sent, read.faults);
        else if (!allOrNothing || tally.rejected === 0) {
          await writer.add({ id: newId(), line: number, original: read.draft }, bytes?.length ?? 0);
        }
      }
    }
    await writer.finish();
  } finally {
    await writer.settle();
  }
}

async function* watched(source: Bytes, see: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    see(bytes);
    yield bytes;
  }
}

function nothingTaken({ received, rejected, results }: BulkResult): RuleBroken {
  const faults = results.flatMap(({ line, faults }) =>
    faults.map((fault) => ({ ...fault, path: `/${line}${fault.path}` })),
  );
  const message = `None of the ${received} reports was taken: ${rejected} are at fault, as \`errors\` says line by line.`;
  return new RuleBroken('nothing-taken', message, 422, faults);
}
