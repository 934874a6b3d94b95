import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { contentHash, renderedFile, type RenderedFile, type ReportFormat } from '../render/render-report.js';
import type { ReportContent, ReportPlace } from '../rules/report-content.js';
import { reportContentOf } from '../rules/report-content-of.js';
import { ReportMaterial } from '../sources/report-material.js';

export interface PreviewedReport {
  content: ReportContent;
  contentSha256: string;
}

/** What a report would say if it were published now. Nothing is kept of it. */
@Injectable()
export class PreviewReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly material: ReportMaterial,
  ) {}

  /** @throws NotFound when the code is of no period */
  async run({ jurisdictionId }: ActorOf<'staff'>, period: string): Promise<PreviewedReport> {
    const place = await this.placeOf(jurisdictionId);
    const content = reportContentOf(await this.material.read(place, period));
    return { content, contentSha256: contentHash(content) };
  }

  /** @throws NotFound when the code is of no period */
  async file(actor: ActorOf<'staff'>, period: string, format: ReportFormat): Promise<RenderedFile> {
    const { content } = await this.run(actor, period);
    return renderedFile(content, { number: null, correction: null }, format);
  }

  /** The names of the place are public: they are all that a report takes from this side. */
  private async placeOf(jurisdictionId: string): Promise<ReportPlace> {
    const rows = await this.database.read<ReportPlace[]>({ jurisdictionId }, (manager) =>
      manager.query('SELECT slug, name FROM redress.jurisdiction WHERE id = $1', [jurisdictionId]),
    );
    if (!rows[0]) throw new Error(`There is no jurisdiction ${jurisdictionId}.`);
    return rows[0];
  }
}
