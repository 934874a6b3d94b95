import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReportVersionReader } from '../records/report-version.reader.js';
import { ReportVersionsView, VersionDiffView } from './amendment.view.js';
import { TELLING_NUMBER } from './telling-number.js';

/** What the oversight staff read of a report's past. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports/:reportId/versions')
export class ReportVersionController {
  constructor(private readonly reportVersions: ReportVersionReader) {}

  /** Everything that was ever told of a report, word for word, with the reasons given. */
  @Allow('use-of-force.read')
  @Get()
  async all(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('reportId', EXISTING_ID) reportId: string,
  ): Promise<ReportVersionsView> {
    return { versions: await this.reportVersions.all(actor, reportId) };
  }

  /** What the n-th telling changed of the one before, field by field. */
  @Allow('use-of-force.read')
  @Get(':number/diff')
  async diff(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('reportId', EXISTING_ID) reportId: string,
    @Param('number', TELLING_NUMBER) number: number,
  ): Promise<VersionDiffView> {
    return this.reportVersions.diff(actor, { reportId, number });
  }
}
