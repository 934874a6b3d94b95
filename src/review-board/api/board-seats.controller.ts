import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor } from '../../shared/actor.js';
import { ElectOfficer } from '../actions/elect-officer.js';
import { EndTerm } from '../actions/end-term.js';
import { EstablishSeat } from '../actions/establish-seat.js';
import { ElectOfficerDto, EndTermDto, EstablishSeatDto } from './board.dto.js';
import { MadeView } from './board.view.js';

/** The board's seats, filled or vacant, and its officers. */
@ApiTags('review-board')
@Controller('api/v1/boards/:boardId')
export class BoardSeatsController {
  constructor(
    private readonly establishSeat: EstablishSeat,
    private readonly endTerm: EndTerm,
    private readonly electOfficer: ElectOfficer,
  ) {}

  /** Establish a seat: it is vacant until a member is seated in it. */
  @Allow('board.seat-member')
  @Post('seats')
  async establish(
    @CurrentActor() actor: Actor,
    @Param('boardId', EXISTING_ID) boardId: string,
    @Body() seat: EstablishSeatDto,
  ): Promise<MadeView> {
    return this.establishSeat.run(actor, boardId, seat);
  }

  /** End a member's term before its time. */
  @Allow('board.seat-member')
  @Post('members/:memberId/end-of-term')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: Actor,
    @Param('boardId', EXISTING_ID) boardId: string,
    @Param('memberId', EXISTING_ID) memberId: string,
    @Body() { lastDay, reason }: EndTermDto,
  ): Promise<void> {
    await this.endTerm.run(actor, { boardId, memberId, lastDay, reason });
  }

  /** Record who was elected chair, vice chair or secretary, and for which days. */
  @Allow('board.seat-member')
  @Post('officers')
  async elect(
    @CurrentActor() actor: Actor,
    @Param('boardId', EXISTING_ID) boardId: string,
    @Body() officer: ElectOfficerDto,
  ): Promise<MadeView> {
    return this.electOfficer.run(actor, boardId, officer);
  }
}
