import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertRevision, insertSummary, lockSummary, setRevision } from '../records/public-summary.store.js';
import { sha256, SummaryReviewReader, textPlace } from '../records/summary-review.reader.js';

/** Somebody writes, or rewrites, the text about a case that is meant for the public. It is never the narrative itself. */
@Injectable()
export class WriteSummary {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly reviewer: SummaryReviewReader,
  ) {}

  /** The first text. @throws NotFound, RuleBroken summary-there (409), case-unreadable (410) */
  async draft(actor: ActorOf<'staff'>, complaintId: string, text: string): Promise<void> {
    const { jurisdictionId } = actor;
    const [summaryId, revisionId] = [newId(), newId()];
    await this.database.transaction(actor, async (manager) => {
      if (!(await insertSummary(manager, { jurisdictionId, id: summaryId, complaintId, revisionId })))
        throw new RuleBroken('summary-there', 'The case has a public summary: rewrite it, or withdraw it first.');
      await this.write(manager, actor, { complaintId, summaryId, revisionId, text, action: 'public-summary.draft' });
    });
  }

  /** `replaces` is the hash of the text that was read. Approvals of that text are void. @throws NotFound, RuleBroken text-changed (409) */
  async rewrite(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { text, replaces }: { text: string; replaces: string },
  ): Promise<void> {
    const revisionId = newId();
    await this.database.transaction(actor, async (manager) => {
      const { summaryId, textSha256 } = await lockSummary(manager, complaintId);
      if (textSha256 !== replaces)
        throw new RuleBroken('text-changed', 'The summary has another text by now: read it again.');
      await this.write(manager, actor, { complaintId, summaryId, revisionId, text, action: 'public-summary.rewrite' });
      await setRevision(manager, summaryId, revisionId);
    });
  }

  private async write(
    manager: EntityManager,
    actor: ActorOf<'staff'>,
    written: { complaintId: string; summaryId: string; revisionId: string; text: string; action: string },
  ): Promise<void> {
    const { jurisdictionId, staffId: writtenBy } = actor;
    const { complaintId, summaryId, revisionId, text, action } = written;
    const at = this.clock.now();
    const textSha256 = sha256(text);
    const key = await this.reviewer.keyOf(manager, jurisdictionId, complaintId);
    const textCipher = key.seal(textPlace(revisionId), text);
    await insertRevision(manager, {
      ...{ jurisdictionId, id: revisionId, complaintId, summaryId, textCipher, textSha256, writtenBy, writtenAt: at },
    });
    const subject = { kind: 'public_summary', id: summaryId };
    await recordHistory(manager, { actor, action, subject, complaintId, details: { textSha256 }, at });
  }
}
