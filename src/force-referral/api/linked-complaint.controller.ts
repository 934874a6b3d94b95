import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ForceLinkReader } from '../records/force-link.reader.js';
import { LinkedComplaintsView } from './referral.view.js';

/** The other way round: which cases belong together with a report. */
@ApiTags('force-referral')
@Controller('api/v1/use-of-force-reports/:reportId/complaints')
export class LinkedComplaintController {
  constructor(private readonly links: ForceLinkReader) {}

  /** The cases that are linked with this report; one that you may not see is not among them. */
  @Allow('use-of-force.read')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('reportId', EXISTING_ID) reportId: string,
  ): Promise<LinkedComplaintsView> {
    return { links: await this.links.complaintsOf(actor, reportId) };
  }
}
