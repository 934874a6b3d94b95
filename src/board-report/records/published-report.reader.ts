import { Injectable } from '@nestjs/common';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { ReportFormat } from '../render/render-report.js';

export interface WithdrawnSource {
  dataset: string;
  version: string;
  withdrawnAt: string;
  /** In the board’s words */
  reason: string;
}

/** An edition as the public has it. */
export interface PublishedEdition {
  period: string;
  title: string;
  edition: number;
  correction: string | null;
  contentSha256: string;
  sources: { kind: string; id: string; version: string; sha256: string }[];
  publishedAt: Date;
  /** Form → SHA-256 of the file; none when it was taken back */
  files: Record<string, string>;
  /** Releases that it was made of and that were withdrawn since, for which it was taken back with them */
  withdrawn: WithdrawnSource[];
}

const WITHDRAWN = `(SELECT coalesce(json_agg(json_build_object('dataset', w.dataset, 'version', w.version,
  'withdrawnAt', w.withdrawn_at, 'reason', w.reason) ORDER BY w.dataset), '[]') FROM published.withdrawn_sources(r.id) w)`;
const EDITIONS = `
  SELECT r.period, r.title, r.edition, r.correction, r.content_sha256 AS "contentSha256", r.sources, r.published_at AS "publishedAt",
         (SELECT coalesce(json_object_agg(f.format, f.sha256 ORDER BY f.format), '{}') FROM published.board_report_file f
           WHERE f.report_id = r.id) AS files, ${WITHDRAWN} AS withdrawn
    FROM published.board_report r WHERE r.jurisdiction = $1
   ORDER BY r.period DESC, r.edition DESC LIMIT 1000`;
const FILE = `
  SELECT f.content, f.sha256, ${WITHDRAWN} AS withdrawn
    FROM published.board_report r LEFT JOIN published.board_report_file f ON f.report_id = r.id AND f.format = $3
   WHERE r.jurisdiction = $1 AND r.period = $2 AND ($4::int IS NULL OR r.edition = $4)
   ORDER BY r.edition DESC LIMIT 1`;

interface FoundFile {
  content: Buffer | null;
  withdrawn: WithdrawnSource[];
}

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

  /** One form of an edition, as it was made; of the newest one when none is named. @throws NotFound, RuleBroken report-withdrawn (410) */
  async file(
    slug: string,
    period: string,
    format: ReportFormat,
    edition: number | null,
  ): Promise<{ content: Buffer; sha256: string }> {
    const [found] = await this.database.query<FoundFile & { sha256: string }>(FILE, [slug, period, format, edition]);
    if (!found) throw new NotFound();
    const [gone] = found.withdrawn;
    if (gone) throw withdrawnWith(gone);
    if (!found.content) throw new NotFound();
    return { content: found.content, sha256: found.sha256 };
  }
}

/** The report went with the release: what may not be told any more is not told on by what was made of it. */
function withdrawnWith({ dataset, version, withdrawnAt, reason }: WithdrawnSource): RuleBroken {
  const message = `This edition was made of ${dataset} ${version}, which was withdrawn on ${withdrawnAt.slice(0, 10)}: ${reason}`;
  return new RuleBroken('report-withdrawn', message, 410, [], { dataset, version, withdrawnAt, reason });
}
