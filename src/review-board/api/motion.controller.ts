import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor, ActorOf } from '../../shared/actor.js';
import { DecideMotion } from '../actions/decide-motion.js';
import { MoveMotion } from '../actions/move-motion.js';
import { WithdrawMotion } from '../actions/withdraw-motion.js';
import { MotionReader } from '../records/motion.reader.js';
import { MadeView } from './board.view.js';
import { MoveMotionDto } from './motion.dto.js';
import { DecisionView, MotionView } from './motion.view.js';

/** Motions, from the mover's words to the result. */
@ApiTags('review-board')
@Controller('api/v1/motions')
export class MotionController {
  constructor(
    private readonly moveMotion: MoveMotion,
    private readonly decideMotion: DecideMotion,
    private readonly withdrawMotion: WithdrawMotion,
    private readonly motions: MotionReader,
  ) {}

  /** Record a motion that was moved and seconded: a new one, one on the words of another, or one to reconsider. */
  @Allow('motion.move')
  @Post()
  async move(@CurrentActor() actor: Actor, @Body() motion: MoveMotionDto): Promise<MadeView> {
    return this.moveMotion.run(actor, motion);
  }

  /** A motion with the vote of each member. */
  @Allow('motion.read')
  @Get(':motionId')
  async show(@CurrentActor() actor: Actor, @Param('motionId', EXISTING_ID) motionId: string): Promise<MotionView> {
    return this.motions.show(actor, motionId);
  }

  /** Close the vote: quorum and result by the charter, of this moment. */
  @Allow('motion.decide')
  @Post(':motionId/decision')
  async decide(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('motionId', EXISTING_ID) motionId: string,
  ): Promise<DecisionView> {
    return this.decideMotion.run(actor, motionId);
  }

  /** Withdraw an open motion: its mover gave it up, or there is no quorum left to decide it. */
  @Allow('motion.decide')
  @Post(':motionId/withdrawal')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: Actor, @Param('motionId', EXISTING_ID) motionId: string): Promise<void> {
    await this.withdrawMotion.run(actor, motionId);
  }
}
