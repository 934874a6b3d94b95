import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AnswerPoint } from '../actions/answer-point.js';
import { ReviewInvestigation } from '../actions/review-investigation.js';
import { AnswerPointDto, ReviewDto } from './investigation.dto.js';
import { ReviewedView } from './investigation.view.js';

/** The supervisor's rounds. */
@ApiTags('investigation')
@Controller('api/v1/complaints/:complaintId')
export class ReviewController {
  constructor(
    private readonly reviewInvestigation: ReviewInvestigation,
    private readonly answerPoint: AnswerPoint,
  ) {}

  /** Approve the investigation, or return it with points. Drafted findings that are returned are open again. */
  @Allow('investigation.review')
  @Post('reviews')
  async review(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() review: ReviewDto,
  ): Promise<ReviewedView> {
    return this.reviewInvestigation.run(actor, complaintId, review);
  }

  /** Answer a point: once. */
  @Allow('investigation.work')
  @Post('review-points/:pointId/answer')
  @HttpCode(204)
  async answer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('pointId', EXISTING_ID) pointId: string,
    @Body() { text }: AnswerPointDto,
  ): Promise<void> {
    await this.answerPoint.run(actor, complaintId, pointId, text);
  }
}
