import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor } from '../../shared/actor.js';
import { ApproveMinutes } from '../actions/approve-minutes.js';
import { DraftMinutes } from '../actions/draft-minutes.js';
import { EditMinutes } from '../actions/edit-minutes.js';
import { MinutesReader } from '../records/minutes.reader.js';
import { ApproveMinutesDto, EditMinutesDto } from './minutes.dto.js';
import { MinutesView } from './minutes.view.js';

/** Minutes: drafted from the record, edited, approved by a later meeting, and public from then on. */
@ApiTags('review-board')
@Controller('api/v1/meetings/:meetingId/minutes')
export class MinutesController {
  constructor(
    private readonly draftMinutes: DraftMinutes,
    private readonly editMinutes: EditMinutes,
    private readonly approveMinutes: ApproveMinutes,
    private readonly minutes: MinutesReader,
  ) {}

  /** Draft the minutes of an adjourned meeting from what was recorded. */
  @Allow('minutes.keep')
  @Post()
  @HttpCode(204)
  async draft(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<void> {
    await this.draftMinutes.run(actor, meetingId);
  }

  /** The minutes as you may see them. */
  @Allow('minutes.read')
  @Get()
  async show(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<MinutesView> {
    return this.minutes.show(actor, meetingId);
  }

  /** Put a part of the draft in other words. */
  @Allow('minutes.keep')
  @Put('sections/:sectionId')
  @HttpCode(204)
  async edit(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Param('sectionId', EXISTING_ID) sectionId: string,
    @Body() { version, text }: EditMinutesDto,
  ): Promise<void> {
    await this.editMinutes.run(actor, { meetingId, sectionId, version, text });
  }

  /** Record that a later meeting approved the minutes; the open parts are published. */
  @Allow('minutes.keep')
  @Post('approval')
  @HttpCode(204)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() { motionId }: ApproveMinutesDto,
  ): Promise<void> {
    await this.approveMinutes.run(actor, meetingId, motionId);
  }
}
