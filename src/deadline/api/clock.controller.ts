import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { EndTolling } from '../actions/end-tolling.js';
import { ExtendDeadline } from '../actions/extend-deadline.js';
import { RecordCaseEvent } from '../actions/record-case-event.js';
import { TollClock } from '../actions/toll-clock.js';
import { EndTollingDto, ExtendDeadlineDto, NoteEventDto, TollClockDto } from './deadline.dto.js';
import { TollingMadeView } from './deadline.view.js';

/** What moves the clocks of a case. */
@ApiTags('deadline')
@Controller('api/v1/complaints/:complaintId')
export class ClockController {
  constructor(
    private readonly recordCaseEvent: RecordCaseEvent,
    private readonly tollClock: TollClock,
    private readonly endTolling: EndTolling,
    private readonly extendDeadline: ExtendDeadline,
  ) {}

  /** Write down a day that clocks start or stop on. Said again, the later saying counts. */
  @Allow('deadline.note-event')
  @Post('events')
  @HttpCode(204)
  async note(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { event, on }: NoteEventDto,
  ): Promise<void> {
    await this.recordCaseEvent.run(actor, complaintId, event, on);
  }

  /** Make a clock stand still, on a ground of the law. */
  @Allow('deadline.toll')
  @Post('tollings')
  async toll(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() tolling: TollClockDto,
  ): Promise<TollingMadeView> {
    return this.tollClock.run(actor, complaintId, tolling);
  }

  /** The ground is gone: let the clock run again. */
  @Allow('deadline.toll')
  @Post('tollings/:tollingId/end')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('tollingId', EXISTING_ID) tollingId: string,
    @Body() { until }: EndTollingDto,
  ): Promise<void> {
    await this.endTolling.run(actor, complaintId, tollingId, until);
  }

  /** Grant more time, as far as the charter lets you. */
  @Allow('deadline.extend')
  @Post('extensions')
  @HttpCode(204)
  async extend(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() extension: ExtendDeadlineDto,
  ): Promise<void> {
    await this.extendDeadline.run(actor, complaintId, extension);
  }
}
