import { Controller, Get, Header, Param, Query, Req, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { page } from '../../platform/html/page.js';
import { ReadBy } from '../../platform/html/read-by.decorator.js';
import type { Reader } from '../../platform/html/reader.js';
import { text } from '../../platform/html/text.js';
import { cachedAnswer, OpenToAll } from '../../transparency/index.js';
import { PublishedReportReader } from '../records/published-report.reader.js';
import { editionNumber, REPORT_TYPES, reportAddress } from './report-address.js';
import { reportsPage } from './reports.page.js';

/** Reports for people: a page, and the same as PDF, CSV and JSON. */
@ApiExcludeController()
@UseInterceptors(OpenToAll)
@Controller('reports/:jurisdiction')
export class ReportPagesController {
  constructor(private readonly reports: PublishedReportReader) {}

  @Public()
  @Get()
  @Header('content-type', REPORT_TYPES.html)
  async list(@Param('jurisdiction') slug: string, @ReadBy() reader: Reader): Promise<string> {
    const body = reportsPage(slug, await this.reports.editions(slug), reader);
    return page(text(reader.language, 'reports.title'), body, { reader });
  }

  /** `2026`, `2026.pdf`, `2026-Q1.csv`, `2026.json`; `?edition=1` for an edition that does not change any more. */
  @Public()
  @Get(':file')
  async file(
    @Param() { jurisdiction, file }: { jurisdiction: string; file: string },
    @Query('edition') asked: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const [{ period, format }, edition] = [reportAddress(file), editionNumber(asked)];
    const { content, sha256 } = await this.reports.file(jurisdiction, period, format, edition);
    const kept = { etag: sha256, type: REPORT_TYPES[format], immutable: edition !== null };
    return cachedAnswer(request, reply, kept, () =>
      Promise.resolve(new StreamableFile(content, { type: kept.type, length: content.length })),
    );
  }
}
