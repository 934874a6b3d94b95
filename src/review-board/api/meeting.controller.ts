import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { PageDto } from '../../platform/http/page.dto.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { CancelMeeting } from '../actions/cancel-meeting.js';
import { ScheduleMeeting } from '../actions/schedule-meeting.js';
import { MeetingReader } from '../records/meeting.reader.js';
import { MadeView } from './board.view.js';
import { CancelMeetingDto, ScheduleMeetingDto } from './meeting.dto.js';
import { MeetingSummaryView, MeetingView } from './meeting.view.js';

/** The board's meetings. */
@ApiTags('review-board')
@Controller('api/v1/meetings')
export class MeetingController {
  constructor(
    private readonly scheduleMeeting: ScheduleMeeting,
    private readonly cancelMeeting: CancelMeeting,
    private readonly meetings: MeetingReader,
  ) {}

  /** Schedule a meeting. */
  @Allow('meeting.schedule')
  @Post()
  async schedule(
    @CurrentActor() actor: Actor,
    @Body() { startsAt, ...meeting }: ScheduleMeetingDto,
  ): Promise<MadeView> {
    return this.scheduleMeeting.run(actor, { ...meeting, startsAt: new Date(startsAt) });
  }

  /** Cancel a meeting that has not begun; if its agenda was posted the public is told. */
  @Allow('meeting.schedule')
  @Post(':meetingId/cancellation')
  @HttpCode(204)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() { reason }: CancelMeetingDto,
  ): Promise<void> {
    await this.cancelMeeting.run(actor, meetingId, reason);
  }

  /** The meetings, the latest first; the next page with `after`. */
  @Allow('meeting.read')
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() page: PageDto): Promise<MeetingSummaryView[]> {
    return this.meetings.list(actor, page);
  }

  /** A meeting with its agenda, attendance, motions and tallies. */
  @Allow('meeting.read')
  @Get(':meetingId')
  async show(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<MeetingView> {
    return this.meetings.show(actor, meetingId);
  }
}
