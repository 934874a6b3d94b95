import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReceiptSigner } from '../receipt/receipt-signer.js';
import type { SignedReceipt } from '../receipt/signed-receipt.js';
import { jurisdictionSlug } from '../records/jurisdiction-slug.reader.js';
import { lockOwnReport } from '../records/report.store.js';
import { countsOf } from '../rules/outcome.js';
import { SubmissionReader } from '../records/submission.reader.js';
import { signSubmission } from './sign-submission.js';

type Department = ActorOf<'department'>;

/** A signed receipt for what a department sent, once more. */
@Injectable()
export class GiveReceipt {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly signer: ReceiptSigner,
    private readonly submissions: SubmissionReader,
  ) {}

  /** To the byte the one that was given at the time, while the key is the same. @throws NotFound */
  async forSubmission(actor: Department, id: string): Promise<SignedReceipt> {
    const at = this.clock.now();
    const { counts, ...submission } = await this.submissions.one(actor, id);
    return this.database.transaction(actor, (manager) =>
      signSubmission(manager, { signer: this.signer, at }, { ...submission, ...actor, counts: countsOf(counts) }),
    );
  }

  /** For what stands of a report now. Its hash is of its JSON with the fields of every object sorted. @throws NotFound */
  async forReport(actor: Department, reportId: string): Promise<SignedReceipt> {
    const { jurisdictionId, departmentId } = actor;
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const standing = await lockOwnReport(manager, departmentId, reportId);
      if (!standing) throw new NotFound();
      const { id, reportNumber, version, submittedAt, original } = standing;
      const jurisdiction = await jurisdictionSlug(manager, jurisdictionId);
      const sha256 = createHash('sha256')
        .update(JSON.stringify(sorted(original)))
        .digest('hex');
      const common = { kind: 'report', jurisdiction, departmentId, id, receivedAt: submittedAt.toISOString() } as const;
      return this.signer.sign(manager, { jurisdictionId, at }, { ...common, sha256, reportNumber, version });
    });
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, sorted(inner)]));
}
