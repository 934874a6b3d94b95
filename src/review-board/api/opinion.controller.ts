import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { FileOpinion } from '../actions/file-opinion.js';
import { PublishOpinion } from '../actions/publish-opinion.js';
import { SignOpinion } from '../actions/sign-opinion.js';
import { MadeView } from './board.view.js';
import { FileOpinionDto } from './motion.dto.js';

/** What members say beside a result: dissents, concurrences, reports for the minority. */
@ApiTags('review-board')
@Controller('api/v1')
export class OpinionController {
  constructor(
    private readonly fileOpinion: FileOpinion,
    private readonly signOpinion: SignOpinion,
    private readonly publishOpinion: PublishOpinion,
  ) {}

  /** File an opinion beside the result of a motion that you voted on; it is sealed until the clerk publishes it. */
  @Allow('opinion.file')
  @Post('motions/:motionId/opinions')
  async file(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('motionId', EXISTING_ID) motionId: string,
    @Body() opinion: FileOpinionDto,
  ): Promise<MadeView> {
    return this.fileOpinion.run(actor, motionId, opinion);
  }

  /** Sign another member's opinion, for yourself. */
  @Allow('opinion.file')
  @Post('opinions/:opinionId/signatures')
  @HttpCode(204)
  async sign(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('opinionId', EXISTING_ID) opinionId: string,
  ): Promise<void> {
    await this.signOpinion.run(actor, opinionId);
  }

  /** Publish an opinion with the names of those who signed it; never one on a closed item. */
  @Allow('opinion.publish')
  @Post('opinions/:opinionId/publication')
  @HttpCode(204)
  async publish(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('opinionId', EXISTING_ID) opinionId: string,
  ): Promise<void> {
    await this.publishOpinion.run(actor, opinionId);
  }
}
