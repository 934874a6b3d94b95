import { Body, Controller, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { CastVote } from '../actions/cast-vote.js';
import { MadeView } from './board.view.js';
import { CastVoteDto } from './motion.dto.js';

/** A member's own vote. */
@ApiTags('review-board')
@Controller('api/v1/motions/:motionId/votes')
export class VoteController {
  constructor(private readonly castVote: CastVote) {}

  /** Vote for yourself, once: a vote is never changed. */
  @Allow('vote.cast')
  @Post()
  async cast(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('motionId', EXISTING_ID) motionId: string,
    @Body() vote: CastVoteDto,
  ): Promise<MadeView> {
    return this.castVote.run(actor, motionId, vote);
  }
}
