import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, StepUp } from '../../identity/index.js';
import { Sends } from '../../platform/http/sends.js';
import type { ActorOf } from '../../shared/actor.js';
import { PreviewReport } from '../actions/preview-report.js';
import { PublishReport } from '../actions/publish-report.js';
import { PublishReportDto } from './board-report.dto.js';
import { PublishedReportView, ReportPreviewView } from './board-report.view.js';
import { REPORT_TYPES, reportAddress } from './report-address.js';

/** The board's annual and quarterly reports, before they are out. `period` is `2026` or `2026-Q1`. */
@ApiTags('board-reports')
@Controller('api/v1/board-reports/:period')
export class BoardReportController {
  constructor(
    private readonly preview: PreviewReport,
    private readonly publishReport: PublishReport,
  ) {}

  /** What the report would say now, out of what is released by now. */
  @Allow('board-report.preview')
  @Get('preview')
  async show(@CurrentActor() actor: ActorOf<'staff'>, @Param('period') period: string): Promise<ReportPreviewView> {
    return this.preview.run(actor, period);
  }

  /** The same as it would look: `html`, `pdf`, `csv` or `json`. */
  @Allow('board-report.preview')
  @Sends('text/html', 'application/pdf', 'text/csv', 'application/json')
  @Get('preview/:format')
  async file(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('period') period: string,
    @Param('format') ending: string,
  ): Promise<StreamableFile> {
    const { format } = reportAddress(`${period}.${ending}`);
    const { bytes } = await this.preview.file(actor, period, format);
    return new StreamableFile(bytes, { type: REPORT_TYPES[format], length: bytes.length });
  }

  /** Publish the report that you read. It is kept as it is now; what is released later does not change it. */
  @Allow('board-report.publish')
  @StepUp()
  @Post('editions')
  async publish(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('period') period: string,
    @Body() { contentSha256, correction }: PublishReportDto,
  ): Promise<PublishedReportView> {
    const { publishedAt, ...report } = await this.publishReport.run(actor, {
      ...{ period, contentSha256, correction: correction ?? null },
    });
    return { ...report, publishedAt: publishedAt.toISOString() };
  }
}
