import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor, ActorOf } from '../../shared/actor.js';
import { RecordChiefAnswer } from '../actions/record-chief-answer.js';
import { SendRecommendation } from '../actions/send-recommendation.js';
import { RecommendationReader } from '../records/recommendation.reader.js';
import { MadeView } from './board.view.js';
import { ChiefAnswerDto, SendRecommendationDto } from './recommendation.dto.js';
import { RecommendationSentView, RecommendationView } from './recommendation.view.js';

/** After the vote: what the board recommends, and what the chief answers. */
@ApiTags('review-board')
@Controller('api/v1/complaints/:complaintId/recommendations')
export class RecommendationController {
  constructor(
    private readonly sendRecommendation: SendRecommendation,
    private readonly recordChiefAnswer: RecordChiefAnswer,
    private readonly recommendations: RecommendationReader,
  ) {}

  /** Send a recommendation that rests on a carried motion; the first takes the case to the chief. */
  @Allow('recommendation.send')
  @Post()
  async send(
    @CurrentActor() actor: Actor,
    @Param('complaintId') complaintId: string,
    @Body() sent: SendRecommendationDto,
  ): Promise<RecommendationSentView> {
    return this.sendRecommendation.run(actor, complaintId, sent);
  }

  /** The recommendations in a case, with the chief's answers. */
  @Allow('recommendation.read')
  @Get()
  async list(@CurrentActor() actor: Actor, @Param('complaintId') complaintId: string): Promise<RecommendationView[]> {
    return this.recommendations.list(actor, complaintId);
  }

  /** Record the chief's answer; a later one supersedes it. */
  @Allow('chief-answer.record')
  @Post(':recommendationId/answers')
  async answer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('recommendationId', EXISTING_ID) recommendationId: string,
    @Body() answered: ChiefAnswerDto,
  ): Promise<MadeView> {
    return this.recordChiefAnswer.run(actor, { complaintId, recommendationId }, answered);
  }
}
