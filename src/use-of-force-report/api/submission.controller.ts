import { Body, Controller, HttpCode, Param, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ResubmitReport } from '../actions/resubmit-report.js';
import { SubmitReport } from '../actions/submit-report.js';
import { SubmitReports } from '../actions/submit-reports.js';
import { SubmitZeroReport } from '../actions/submit-zero-report.js';
import { BulkOptionsDto } from './bulk-options.dto.js';
import { BulkResultView } from './bulk.view.js';
import { IdempotencyKey } from './idempotency-key.js';
import { type LineStream, SentLines } from './line-stream.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ReportDto } from './report.dto.js';
import { ZeroReportDto } from './zero-report.dto.js';
import { SubmissionReceiptView, ZeroReportView } from './report.view.js';
import { IfMatch, VersionTag } from './version-header.js';

type Department = ActorOf<'department'>;
const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: true,
  description: 'New for each new request; 8 to 200 characters',
};

/** What departments send in, by their key. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports')
export class SubmissionController {
  constructor(
    private readonly submitReport: SubmitReport,
    private readonly submitReports: SubmitReports,
    private readonly resubmitReport: ResubmitReport,
    private readonly submitZeroReport: SubmitZeroReport,
  ) {}

  /** Submit a report. Repeated with the same key and body, it is answered as the first time. */
  @Allow('use-of-force.submit')
  @ApiHeader(KEY_HEADER)
  @ApiBody({ type: ReportDto })
  @Post()
  async one(
    @CurrentActor() actor: Department,
    @IdempotencyKey() key: string,
    @Body() sent: unknown,
  ): Promise<SubmissionReceiptView> {
    return this.submitReport.run(actor, sent, key);
  }

  /**
   * Submit many reports: lines of JSON, a JSON list, a table (CSV, by one of your mappings) or XML. A record may be an
   * envelope with Action (Add, AddOnly, Remove) and Incident or ZeroReport. The good ones are taken, the others told one by
   * one. Lines are taken as they come; of a document that is broken anywhere nothing is.
   */
  @Allow('use-of-force.submit')
  @ApiHeader(KEY_HEADER)
  @ApiConsumes('application/x-ndjson', 'application/json', 'text/csv', 'application/xml')
  @ApiBody({ schema: { type: 'string', description: 'A report a line, each as for a single one' } })
  @Post('bulk')
  @HttpCode(200)
  async many(
    @CurrentActor() actor: Department,
    @IdempotencyKey() key: string,
    @SentLines() lines: LineStream,
    @Query() options: BulkOptionsDto,
  ): Promise<BulkResultView> {
    const { mapping, 'all-or-nothing': all } = options;
    return this.submitReports.run(actor, lines, { key, format: lines.format, mapping, allOrNothing: all === 'true' });
  }

  /** Say that there was no force in a month (YYYY-MM). A later report of an incident in it takes its place. */
  @Allow('use-of-force.submit')
  @Put('zero/:month')
  async zero(
    @CurrentActor() actor: Department,
    @Param('month') month: string,
    @Query() { ori }: ZeroReportDto,
  ): Promise<ZeroReportView> {
    return this.submitZeroReport.run(actor, month, ori ?? null);
  }

  /** Tell a report anew that was returned. Send the whole report, and its ETag as If-Match. */
  @Allow('use-of-force.amend')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the report as you read it' })
  @ApiBody({ type: ReportDto })
  @UseInterceptors(VersionTag)
  @Put('mine/:reportId')
  async again(
    @CurrentActor() actor: Department,
    @Param('reportId', EXISTING_ID) id: string,
    @IfMatch() version: number,
    @Body() sent: unknown,
  ): Promise<SubmissionReceiptView> {
    return this.resubmitReport.run(actor, { reportId: id, version }, sent);
  }
}
