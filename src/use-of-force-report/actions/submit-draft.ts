import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { deleteDraft, lockDraft } from '../records/draft.store.js';
import { readIntake } from '../records/intake.reader.js';
import { openDraft } from './draft-text.js';
import type { DraftAtVersion } from './keep-draft.js';
import { stale } from './review-report.js';
import { lawfulReport, type SubmissionReceipt, takeInOne } from './submit-report.js';

/** A draft becomes a report, by the same rules as any other, and is a draft no more. */
@Injectable()
export class SubmitDraft {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly masterKey: MasterKey,
  ) {}

  /** @throws NotFound, RuleBroken stale (412), invalid, ori-not-yours (422), report-number-taken (409) */
  async run(actor: ActorOf<'department'>, { draftId, version }: DraftAtVersion): Promise<SubmissionReceipt> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const standing = await lockDraft(manager, actor.departmentId, draftId);
      if (!standing) throw new NotFound();
      if (standing.version !== version) throw stale();
      const { intake, terms } = await readIntake(manager, actor, at);
      const { told } = openDraft(this.masterKey, actor.jurisdictionId, standing, terms);
      const receipt = await takeInOne(manager, intake, lawfulReport(told, terms));
      await deleteDraft(manager, draftId);
      const subject = { kind: 'use-of-force-draft', id: draftId };
      const details = { reportId: receipt.id };
      await recordHistory(manager, { actor, action: 'use-of-force-draft.submit', subject, details, at });
      return receipt;
    });
  }
}
