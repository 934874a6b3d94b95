import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { ScheduleMeeting } from '../actions/schedule-meeting.js';
import { MeetingReader } from '../records/meeting.reader.js';
import { MadeView } from './board.view.js';
import { MeetingPageDto, ScheduleMeetingDto } from './meeting.dto.js';
import { MeetingSummaryView, MeetingView } from './meeting.view.js';

/** The board's meetings. */
@ApiTags('review-board')
@Controller('api/v1/meetings')
export class MeetingController {
  constructor(
    private readonly scheduleMeeting: ScheduleMeeting,
    private readonly meetings: MeetingReader,
  ) {}

  /** Schedule a meeting. */
  @Allow('meeting.schedule')
  @Post()
  async schedule(@CurrentActor() actor: Actor, @Body() meeting: ScheduleMeetingDto): Promise<MadeView> {
    const { boardId, kind, startsAt } = meeting;
    return this.scheduleMeeting.run(actor, { boardId, kind, startsAt: new Date(startsAt) });
  }

  /** The meetings, the latest first; the next page with `after`. */
  @Allow('meeting.read')
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() page: MeetingPageDto): Promise<MeetingSummaryView[]> {
    return this.meetings.list(actor, page);
  }

  /** A meeting with its agenda, attendance, motions and tallies. */
  @Allow('meeting.read')
  @Get(':meetingId')
  async show(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<MeetingView> {
    return this.meetings.show(actor, meetingId);
  }
}
