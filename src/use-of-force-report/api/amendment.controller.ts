import { Body, Controller, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AmendOwnReport } from '../actions/amend-own-report.js';
import { ReportVersionReader } from '../records/report-version.reader.js';
import { AmendmentDto } from './amendment.dto.js';
import { AmendedView, ReportVersionsView, VersionDiffView } from './amendment.view.js';
import { ReportDto } from './report.dto.js';
import { TELLING_NUMBER } from './telling-number.js';
import { IfMatch, VersionTag } from './version-header.js';

type Department = ActorOf<'department'>;

/** A department amends what it reported, and reads what it told before. */
@ApiTags('use-of-force-report')
@ApiExtraModels(ReportDto)
@Controller('api/v1/use-of-force-reports/mine/:reportId')
export class AmendmentController {
  constructor(
    private readonly amendOwnReport: AmendOwnReport,
    private readonly reportVersions: ReportVersionReader,
  ) {}

  /** Correct, supplement or withdraw one of your reports. Every version is kept, and the review begins anew. */
  @Allow('use-of-force.amend')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the report as you read it' })
  @UseInterceptors(VersionTag)
  @Post('amendments')
  @HttpCode(200)
  async amend(
    @CurrentActor() actor: Department,
    @Param('reportId', EXISTING_ID) reportId: string,
    @IfMatch() version: number,
    @Body() amendment: AmendmentDto,
  ): Promise<AmendedView> {
    return this.amendOwnReport.run(actor, { reportId, version }, amendment);
  }

  /** Everything that you told of one of your reports, word for word. */
  @Allow('use-of-force.read-own')
  @Get('versions')
  async versions(
    @CurrentActor() actor: Department,
    @Param('reportId', EXISTING_ID) reportId: string,
  ): Promise<ReportVersionsView> {
    return { versions: await this.reportVersions.all(actor, reportId, actor.departmentId) };
  }

  /** What one of your tellings changed of the one before. */
  @Allow('use-of-force.read-own')
  @Get('versions/:number/diff')
  async diff(
    @CurrentActor() actor: Department,
    @Param('reportId', EXISTING_ID) reportId: string,
    @Param('number', TELLING_NUMBER) number: number,
  ): Promise<VersionDiffView> {
    return this.reportVersions.diff(actor, { reportId, number }, actor.departmentId);
  }
}
