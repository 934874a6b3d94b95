import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { ReportFormat } from '../render/render-report.js';

/** An edition as the public has it. */
export interface PublishedEdition {
  period: string;
  title: string;
  edition: number;
  correction: string | null;
  contentSha256: string;
  sources: { id: string; version: string; sha256: string }[];
  publishedAt: Date;
  /** Form → SHA-256 of the file */
  files: Record<string, string>;
}

const EDITIONS = `
  SELECT r.period, r.title, r.edition, r.correction, r.content_sha256 AS "contentSha256", r.sources, r.published_at AS "publishedAt",
         (SELECT json_object_agg(f.format, f.sha256 ORDER BY f.format) FROM published.board_report_file f WHERE f.report_id = r.id) AS files
    FROM published.board_report r WHERE r.jurisdiction = $1
   ORDER BY r.period DESC, r.edition DESC LIMIT 1000`;
const FILE = `
  SELECT f.content, f.sha256 FROM published.board_report r JOIN published.board_report_file f ON f.report_id = r.id
   WHERE r.jurisdiction = $1 AND r.period = $2 AND f.format = $3 AND ($4::int IS NULL OR r.edition = $4)
   ORDER BY r.edition DESC LIMIT 1`;

/** Reports that are out, through the role that sees nothing but what is published. */
@Injectable()
export class PublishedReportReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** Every edition, the newest period and its newest edition first. @throws NotFound when there is no such place */
  async editions(slug: string): Promise<PublishedEdition[]> {
    const places = await this.database.query('SELECT FROM published.charter WHERE jurisdiction = $1 LIMIT 1', [slug]);
    if (places.length === 0) throw new NotFound();
    return this.database.query<PublishedEdition & { period: string }>(EDITIONS, [slug]);
  }

  /** One form of an edition, as it was made; of the newest one when none is named. @throws NotFound */
  async file(
    slug: string,
    period: string,
    format: ReportFormat,
    edition: number | null,
  ): Promise<{ content: Buffer; sha256: string }> {
    const rows = await this.database.query<{ content: Buffer; sha256: string }>(FILE, [slug, period, format, edition]);
    if (!rows[0]) throw new NotFound();
    return rows[0];
  }
}
