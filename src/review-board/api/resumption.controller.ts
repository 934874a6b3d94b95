import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor } from '../../shared/actor.js';
import { ResumeMotion } from '../actions/resume-motion.js';
import { MadeView } from './board.view.js';
import { ResumeMotionDto } from './motion.dto.js';

/** What a meeting ended over comes up again at a later one. */
@ApiTags('review-board')
@Controller('api/v1/motions/:motionId/resumption')
export class ResumptionController {
  constructor(private readonly resumeMotion: ResumeMotion) {}

  /** Put a motion that was carried over to the vote again, in its words as amended by then; everybody votes anew. */
  @Allow('motion.move')
  @Post()
  async resume(
    @CurrentActor() actor: Actor,
    @Param('motionId', EXISTING_ID) motionId: string,
    @Body() { agendaItemId }: ResumeMotionDto,
  ): Promise<MadeView> {
    return this.resumeMotion.run(actor, motionId, agendaItemId);
  }
}
