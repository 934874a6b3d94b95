import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReviewReport } from '../actions/review-report.js';
import { ReportReader } from '../records/report.reader.js';
import { ListReportsDto } from './list-reports.dto.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ReportPageView, ReportView } from './report.view.js';
import { ReportReviewDto } from './review.dto.js';
import { ReportReviewedView } from './review.view.js';
import { IfMatchGiven, VersionTag } from './version-header.js';

type Staff = ActorOf<'staff'>;

/** What the oversight staff do with the departments' reports. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports')
export class ReportReviewController {
  constructor(
    private readonly reports: ReportReader,
    private readonly reviewReport: ReviewReport,
  ) {}

  /** All departments' reports, the newest first. */
  @Allow('use-of-force.read')
  @Get()
  async list(@CurrentActor() actor: Staff, @Query() wanted: ListReportsDto): Promise<ReportPageView> {
    return this.reports.list(actor, wanted);
  }

  /** One report, with what was decided on it. */
  @Allow('use-of-force.read')
  @UseInterceptors(VersionTag)
  @Get(':reportId')
  async one(@CurrentActor() actor: Staff, @Param('reportId', EXISTING_ID) id: string): Promise<ReportView> {
    return this.reports.one(actor, id);
  }

  /** Decide at the level whose turn it is: accept, return, refer or skip. With If-Match, only if it still says what you read. */
  @Allow('use-of-force.review')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the report as you read it' })
  @UseInterceptors(VersionTag)
  @Post(':reportId/review')
  @HttpCode(200)
  async review(
    @CurrentActor() actor: Staff,
    @Param('reportId', EXISTING_ID) id: string,
    @IfMatchGiven() version: number | null,
    @Body() { decision, reasons, findings, referTo, level }: ReportReviewDto,
  ): Promise<ReportReviewedView> {
    return this.reviewReport.run(actor, id, { decision, reasons, findings, referTo, level, version });
  }
}
