import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { dayAfter } from '../../shared/day-after.js';
import { OfficeWords } from '../../vault/index.js';
import { findDrawnFile } from '../records/audit-file.store.js';
import { insertRequest } from '../records/audit-request.store.js';
import { looksAt } from '../records/audit-review.store.js';
import { holdAudit, requireStatus } from '../records/audit.store.js';
import { UNDER_REVIEW } from '../rules/audit-status.js';

/** Internal affairs is asked to do more on a file: hear somebody, watch a film, find anew. */
@Injectable()
export class RequestMoreWork {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken audit-status-forbids, not-looked-at (409), day-out-of-place (422) */
  async run(
    actor: ActorOf<'staff'>,
    { auditId, fileId }: { auditId: string; fileId: string },
    asked: { text: string; dueOn?: string | null | undefined },
  ): Promise<{ id: string; dueOn: string }> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: requestedBy } = actor;
    return this.database.transaction(actor, async (manager) => {
      const audit = await holdAudit(manager, auditId);
      const { complaintId } = await findDrawnFile(manager, auditId, fileId);
      requireStatus(audit, UNDER_REVIEW);
      if ((await looksAt(manager, fileId)).rounds === 0)
        throw new RuleBroken('not-looked-at', 'Review the file first: what is missing shows there.');
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      const { answerDays } = (await charterById(manager, audit.charterId)).document.oversight.affairsAudit;
      const dueOn = asked.dueOn ?? dayAfter(today, answerDays);
      if (dueOn < today) throw new RuleBroken('day-out-of-place', 'It is to be done on a day to come.', 422);
      const place = { jurisdictionId, complaintId, table: 'audit_request', column: 'words_cipher', rowId: id };
      const wordsCipher = await this.words.seal(manager, place, asked.text);
      await insertRequest(manager, { jurisdictionId, id, auditId, fileId, wordsCipher, dueOn, requestedBy, at });
      await recordHistory(manager, {
        actor,
        action: 'affairs-audit.request-more-work',
        subject: { kind: 'affairs-audit', id: auditId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { file: fileId, request: id, dueOn },
        at,
      });
      return { id, dueOn };
    });
  }
}
