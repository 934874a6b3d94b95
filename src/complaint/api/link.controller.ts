import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { CloseDuplicate } from '../actions/close-duplicate.js';
import { LinkComplaints } from '../actions/link-complaints.js';
import { UnlinkComplaints } from '../actions/unlink-complaints.js';
import { RelatedReader } from '../records/related.reader.js';
import { CloseDuplicateDto, LinkComplaintsDto } from './link.dto.js';
import { LinkedView, RelatedCasesView } from './link.view.js';
import { ReasonDto } from './safekeeping.dto.js';

/** Which cases belong together. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class LinkController {
  constructor(
    private readonly relatedCases: RelatedReader,
    private readonly linkComplaints: LinkComplaints,
    private readonly unlinkComplaints: UnlinkComplaints,
    private readonly closeDuplicate: CloseDuplicate,
  ) {}

  /** Cases that may belong together with this one, the likeliest first, each with what speaks for it; of those that you may read. */
  @Allow('complaint.link')
  @Get('related')
  async related(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<RelatedCasesView> {
    return this.relatedCases.of(actor, complaintId);
  }

  /** Link this case with another that you may read: as its duplicate, as related, or as about the same incident. */
  @Allow('complaint.link')
  @Post('links')
  async link(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() link: LinkComplaintsDto,
  ): Promise<LinkedView> {
    return this.linkComplaints.run(actor, complaintId, link);
  }

  /** Close this case as a duplicate into the other, which goes on: linked, closed and kept as the charter says, in one step. */
  @Allow('complaint.close')
  @Post('close-as-duplicate')
  async closeInto(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() duplicate: CloseDuplicateDto,
  ): Promise<LinkedView> {
    return this.closeDuplicate.run(actor, complaintId, duplicate);
  }

  /** End a link, with a reason; that it stood stays in the record. */
  @Allow('complaint.link')
  @Post('links/:linkId/end')
  @HttpCode(204)
  async unlink(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('linkId', EXISTING_ID) linkId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    await this.unlinkComplaints.run(actor, complaintId, { linkId, reason });
  }
}
