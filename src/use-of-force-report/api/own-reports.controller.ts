import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReportReader } from '../records/report.reader.js';
import { PageDto } from './list-reports.dto.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ReportPageView, ReportView } from './report.view.js';
import { VersionTag } from './version-header.js';

/** What a department reads: its own reports, by its key. Another's are not there. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports/mine')
export class OwnReportsController {
  constructor(private readonly reports: ReportReader) {}

  /** Your reports, the newest first. */
  @Allow('use-of-force.read-own')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'department'>,
    @Query() { after, limit }: PageDto,
  ): Promise<ReportPageView> {
    return this.reports.list(actor, { departmentId: actor.departmentId, after, limit });
  }

  /** One of your reports, with what was decided on it. Its ETag is what you send to tell it anew. */
  @Allow('use-of-force.read-own')
  @UseInterceptors(VersionTag)
  @Get(':reportId')
  async one(
    @CurrentActor() actor: ActorOf<'department'>,
    @Param('reportId', EXISTING_ID) id: string,
  ): Promise<ReportView> {
    return this.reports.one(actor, id, actor.departmentId);
  }
}
