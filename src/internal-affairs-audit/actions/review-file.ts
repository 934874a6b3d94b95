import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { refuseFaults } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import { findDrawnFile } from '../records/audit-file.store.js';
import { insertReview, looksAt } from '../records/audit-review.store.js';
import { holdAudit, requireStatus } from '../records/audit.store.js';
import { UNDER_REVIEW } from '../rules/audit-status.js';
import { type ItemAnswer, reviewFaults } from '../rules/review-faults.js';

/** Somebody has looked at a file and says of each item of the checklist whether they agree with what was done. */
@Injectable()
export class ReviewFile {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), audit-status-forbids, file-reviewed (409), case-unreadable (410) */
  async run(
    actor: ActorOf<'staff'>,
    { auditId, fileId }: { auditId: string; fileId: string },
    answers: readonly ItemAnswer[],
  ): Promise<{ id: string; round: number }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: reviewedBy } = actor;
    return this.database.transaction(actor, async (manager) => {
      const audit = await holdAudit(manager, auditId);
      const { complaintId } = await findDrawnFile(manager, auditId, fileId);
      requireStatus(audit, UNDER_REVIEW);
      const { checklist } = (await charterById(manager, audit.charterId)).document.oversight.affairsAudit;
      refuseFaults(reviewFaults(answers, checklist));
      const { rounds, askedSince } = await looksAt(manager, fileId);
      if (rounds > 0 && !askedSince)
        throw new RuleBroken('file-reviewed', 'The file was reviewed, and no more work on it was asked for since.');
      const round = rounds + 1;
      const sealed = await this.sealed(manager, { jurisdictionId, complaintId, rowId: id }, answers);
      await insertReview(manager, { jurisdictionId, id, auditId, fileId, round, reviewedBy, at, answers: sealed });
      const disagreed = answers.filter(({ verdict }) => verdict === 'disagree').map(({ item }) => item);
      await recordHistory(manager, {
        actor,
        action: 'affairs-audit.review',
        subject: { kind: 'affairs-audit', id: auditId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { file: fileId, round, disagreed },
        at,
      });
      return { id, round };
    });
  }

  private async sealed(
    manager: EntityManager,
    of: { jurisdictionId: string; complaintId: string | null; rowId: string },
    answers: readonly ItemAnswer[],
  ): Promise<(ItemAnswer & { reasonsCipher: Buffer | null })[]> {
    const sealed: (ItemAnswer & { reasonsCipher: Buffer | null })[] = [];
    for (const answer of answers) {
      const { item, reasons } = answer;
      const place = { ...of, table: 'audit_answer', column: `reasons_cipher/${item}` };
      sealed.push({ ...answer, reasonsCipher: reasons ? await this.words.seal(manager, place, reasons) : null });
    }
    return sealed;
  }
}
