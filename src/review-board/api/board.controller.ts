import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { FoundBoard } from '../actions/found-board.js';
import { SeatMember } from '../actions/seat-member.js';
import { BoardReader } from '../records/board.reader.js';
import { FoundBoardDto, SeatMemberDto } from './board.dto.js';
import { BoardView, MadeView } from './board.view.js';

/** The board and who sits on it. */
@ApiTags('review-board')
@Controller('api/v1/boards')
export class BoardController {
  constructor(
    private readonly foundBoard: FoundBoard,
    private readonly seatMember: SeatMember,
    private readonly boards: BoardReader,
  ) {}

  /** Found a board. */
  @Allow('board.seat-member')
  @Post()
  async found(@CurrentActor() actor: Actor, @Body() board: FoundBoardDto): Promise<MadeView> {
    return this.foundBoard.run(actor, board);
  }

  /** The boards with their members, of past and coming terms too. */
  @Allow('meeting.read')
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<BoardView[]> {
    return this.boards.list(actor);
  }

  /** Seat a member for a term. The id is the member's: motions and attendance name it. */
  @Allow('board.seat-member')
  @Post(':boardId/members')
  async seat(
    @CurrentActor() actor: Actor,
    @Param('boardId', EXISTING_ID) boardId: string,
    @Body() member: SeatMemberDto,
  ): Promise<MadeView> {
    return this.seatMember.run(actor, boardId, member);
  }
}
