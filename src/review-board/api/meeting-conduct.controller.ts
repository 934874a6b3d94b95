import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { AdjournMeeting } from '../actions/adjourn-meeting.js';
import { OpenMeeting } from '../actions/open-meeting.js';
import { RecordArrival } from '../actions/record-arrival.js';
import { RecordDeparture } from '../actions/record-departure.js';
import { ArrivalDto, AttendanceDto } from './meeting.dto.js';

/** Running a meeting: from the gavel to adjournment. */
@ApiTags('review-board')
@Controller('api/v1/meetings/:meetingId')
export class MeetingConductController {
  constructor(
    private readonly openMeeting: OpenMeeting,
    private readonly recordArrival: RecordArrival,
    private readonly recordDeparture: RecordDeparture,
    private readonly adjournMeeting: AdjournMeeting,
  ) {}

  /** Open the meeting, at its announced time or up to 15 minutes before. */
  @Allow('meeting.run')
  @Post('opening')
  @HttpCode(204)
  async open(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<void> {
    await this.openMeeting.run(actor, meetingId);
  }

  /** Record that a member or an alternate has come, or takes part from afar. */
  @Allow('meeting.run')
  @Post('arrivals')
  @HttpCode(204)
  async arrive(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() { memberId, remote }: ArrivalDto,
  ): Promise<void> {
    await this.recordArrival.run(actor, meetingId, memberId, remote);
  }

  /** Record that a member has left; they may come again. */
  @Allow('meeting.run')
  @Post('departures')
  @HttpCode(204)
  async leave(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() { memberId }: AttendanceDto,
  ): Promise<void> {
    await this.recordDeparture.run(actor, meetingId, memberId);
  }

  /** Adjourn the meeting; refused while a motion is open. */
  @Allow('meeting.run')
  @Post('adjournment')
  @HttpCode(204)
  async adjourn(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<void> {
    await this.adjournMeeting.run(actor, meetingId);
  }
}
