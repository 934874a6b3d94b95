import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor, ActorOf } from '../../shared/actor.js';
import { AttachMaterial } from '../actions/attach-material.js';
import { RecordComment } from '../actions/record-comment.js';
import { ReportOutOfSession } from '../actions/report-out.js';
import { MinutesReader } from '../records/minutes.reader.js';
import { MadeView } from './board.view.js';
import { AttachMaterialDto, RecordCommentDto, ReportOutDto } from './minutes.dto.js';
import { CommentView, MaterialView } from './minutes.view.js';

/** Papers for the meeting, and what is said in public at it. */
@ApiTags('review-board')
@Controller('api/v1/meetings/:meetingId')
export class MeetingPapersController {
  constructor(
    private readonly attachMaterial: AttachMaterial,
    private readonly reportOut: ReportOutOfSession,
    private readonly recordComment: RecordComment,
    private readonly papers: MinutesReader,
  ) {}

  /** Attach a paper to an item, by reference, for those who should see it. */
  @Allow('meeting.schedule')
  @Post('agenda/items/:itemId/materials')
  async attach(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Param('itemId', EXISTING_ID) itemId: string,
    @Body() material: AttachMaterialDto,
  ): Promise<MadeView> {
    return this.attachMaterial.run(actor, { meetingId, itemId }, material);
  }

  /** The papers that you may see. */
  @Allow('meeting.read')
  @Get('materials')
  async materials(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('meetingId', EXISTING_ID) meetingId: string,
  ): Promise<MaterialView[]> {
    return this.papers.materials(actor, meetingId);
  }

  /** Report out of a closed session: public at once. */
  @Allow('meeting.run')
  @Post('agenda/items/:itemId/reports-out')
  async report(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Param('itemId', EXISTING_ID) itemId: string,
    @Body() { text }: ReportOutDto,
  ): Promise<MadeView> {
    return this.reportOut.run(actor, { meetingId, itemId }, text);
  }

  /** Record what somebody from the public said; with a name only if they gave one. */
  @Allow('public-comment.record')
  @Post('public-comments')
  async comment(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() comment: RecordCommentDto,
  ): Promise<MadeView> {
    return this.recordComment.run(actor, meetingId, comment);
  }

  /** The register of public comments. */
  @Allow('public-comment.record')
  @Get('public-comments')
  async comments(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
  ): Promise<CommentView[]> {
    return this.papers.comments(actor, meetingId);
  }
}
