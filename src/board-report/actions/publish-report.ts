import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type EditionOnRecord, holdReport, insertReport } from '../records/board-report.store.js';
import { insertPublishedReport } from '../records/report-publication.store.js';
import { renderReport } from '../render/render-report.js';
import { editionRefusal } from '../rules/edition-refusal.js';
import { PreviewReport } from './preview-report.js';

export interface ReportToPublish {
  period: string;
  /** What was read before: another report than that is not published */
  contentSha256: string;
  correction: string | null;
}

/** The board’s report goes before the public and stays as it is; a later one of the same period is a new edition. */
@Injectable()
export class PublishReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly preview: PreviewReport,
  ) {}

  /** @throws NotFound, RuleBroken report-moved-on, report-unchanged (409), period-not-over, correction-missing, correction-unasked (422) */
  async run(actor: ActorOf<'staff'>, asked: ReportToPublish): Promise<EditionOnRecord & { publishedAt: Date }> {
    const { content, contentSha256 } = await this.preview.run(actor, asked.period);
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const today = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const standing = await holdReport(manager, asked.period);
      const refusal = editionRefusal({ asked, made: contentSha256, standing, lastMonth: content.period.to, today });
      if (refusal) throw new RuleBroken(refusal.code, refusal.message, refusal.status);
      const edition = (standing?.edition ?? 0) + 1;
      const { period, correction } = asked;
      const report = { id: newId(), period, edition, contentSha256, correction };
      const files = await renderReport(content, { number: edition, correction });
      const { jurisdictionId, staffId } = actor;
      await insertReport(manager, { ...report, jurisdictionId, staffId, at });
      await insertPublishedReport(manager, { ...report, at, content, files });
      await recordHistory(manager, {
        ...{ actor, action: 'board-report.publish', subject: { kind: 'board_report', id: report.id } },
        ...{ details: { period, edition, contentSha256 }, at },
      });
      return { ...report, publishedAt: at };
    });
  }
}
