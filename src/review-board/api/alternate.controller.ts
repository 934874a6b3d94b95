import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor } from '../../shared/actor.js';
import { SeatAlternate } from '../actions/seat-alternate.js';
import { UnseatAlternate } from '../actions/unseat-alternate.js';
import { MadeView } from './board.view.js';
import { SeatAlternateDto } from './meeting.dto.js';

/** Alternates in the place of members who are recused or away. */
@ApiTags('review-board')
@Controller('api/v1/meetings/:meetingId/stand-ins')
export class AlternateController {
  constructor(
    private readonly seatAlternate: SeatAlternate,
    private readonly unseatAlternate: UnseatAlternate,
  ) {}

  /** Seat an alternate in a member's place: for one case, or while the member is away. */
  @Allow('meeting.run')
  @Post()
  async seat(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() seated: SeatAlternateDto,
  ): Promise<MadeView> {
    return this.seatAlternate.run(actor, meetingId, seated);
  }

  /** Give the place back. */
  @Allow('meeting.run')
  @Post(':standInId/end')
  @HttpCode(204)
  async unseat(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Param('standInId', EXISTING_ID) standInId: string,
  ): Promise<void> {
    await this.unseatAlternate.run(actor, meetingId, standInId);
  }
}
