import type { EntityManager } from 'typeorm';
import type { RenderedFile } from '../render/render-report.js';
import type { ReportContent } from '../rules/report-content.js';
import { reportTitle } from '../render/report-title.js';
import type { EditionOnRecord } from './board-report.store.js';

/** From the commit of these rows on the report is public, in all its forms. */
export async function insertPublishedReport(
  manager: EntityManager,
  report: EditionOnRecord & { at: Date; content: ReportContent; files: readonly RenderedFile[] },
): Promise<void> {
  const { id, period, edition, correction, contentSha256, content, files, at } = report;
  const sources = content.sources.map((source) => ({
    ...{ kind: source.kind, id: source.id, version: source.version, sha256: source.sha256 },
  }));
  const { slug, name } = content.place;
  await manager.query(
    `INSERT INTO published.board_report
       (id, jurisdiction, jurisdiction_name, period, title, edition, correction, content_sha256, sources, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, slug, name, period, reportTitle(content), edition, correction, contentSha256, JSON.stringify(sources), at],
  );
  for (const { format, bytes, sha256 } of files)
    await manager.query(
      'INSERT INTO published.board_report_file (report_id, format, content, sha256) VALUES ($1, $2, $3, $4)',
      [id, format, bytes, sha256],
    );
}
