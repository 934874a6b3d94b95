import { Body, Controller, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { CastCastingVote } from '../actions/cast-casting-vote.js';
import { CastVote } from '../actions/cast-vote.js';
import { MadeView } from './board.view.js';
import { CastingVoteDto, CastVoteDto } from './motion.dto.js';
import { DecisionView } from './motion.view.js';

/** A member's own vote. */
@ApiTags('review-board')
@Controller('api/v1/motions/:motionId')
export class VoteController {
  constructor(
    private readonly castVote: CastVote,
    private readonly castCastingVote: CastCastingVote,
  ) {}

  /** Vote for yourself, once: a vote is never changed. */
  @Allow('vote.cast')
  @Post('votes')
  async cast(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('motionId', EXISTING_ID) motionId: string,
    @Body() vote: CastVoteDto,
  ): Promise<MadeView> {
    return this.castVote.run(actor, motionId, vote);
  }

  /** Break a tie, where the charter has whoever presides do so; that closes the vote. */
  @Allow('vote.cast')
  @Post('casting-vote')
  async breakTie(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('motionId', EXISTING_ID) motionId: string,
    @Body() { choice }: CastingVoteDto,
  ): Promise<DecisionView> {
    return this.castCastingVote.run(actor, motionId, choice);
  }
}
