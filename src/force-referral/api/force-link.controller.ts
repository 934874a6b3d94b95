import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { LinkReport } from '../actions/link-report.js';
import { UnlinkReport } from '../actions/unlink-report.js';
import { ForceLinkReader } from '../records/force-link.reader.js';
import { LinkReportDto } from './referral.dto.js';
import { LinkedReportsView, ReportLinkedView } from './referral.view.js';

/** Which reports of force belong together with a case. */
@ApiTags('force-referral')
@Controller('api/v1/complaints/:complaintId/use-of-force-reports')
export class ForceLinkController {
  constructor(
    private readonly links: ForceLinkReader,
    private readonly linkReport: LinkReport,
    private readonly unlinkReport: UnlinkReport,
  ) {}

  /** The reports that are or were linked with this case, each with the reason. */
  @Allow('complaint.read')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId', EXISTING_ID) complaintId: string,
  ): Promise<LinkedReportsView> {
    return { links: await this.links.reportsOf(actor, complaintId) };
  }

  /** Link a report with this case. */
  @Allow('complaint.link')
  @Post()
  async link(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId', EXISTING_ID) complaintId: string,
    @Body() link: LinkReportDto,
  ): Promise<ReportLinkedView> {
    return this.linkReport.run(actor, complaintId, link);
  }

  /** End a link; that it stood stays in the record. */
  @Allow('complaint.link')
  @Post(':linkId/end')
  @HttpCode(204)
  async unlink(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId', EXISTING_ID) complaintId: string,
    @Param('linkId', EXISTING_ID) linkId: string,
  ): Promise<void> {
    await this.unlinkReport.run(actor, complaintId, linkId);
  }
}
