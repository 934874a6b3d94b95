import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { WaitingReviewReader } from '../records/waiting-review.reader.js';
import { ListWaitingDto } from './list-waiting.dto.js';
import { WaitingReviewPageView } from './review.view.js';

/** Whose turn it is, and by when. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reviews')
export class WaitingReviewController {
  constructor(private readonly waiting: WaitingReviewReader) {}

  /** Reports that wait for a decision, the oldest first, each with the level whose turn it is and its clock. */
  @Allow('use-of-force.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() wanted: ListWaitingDto): Promise<WaitingReviewPageView> {
    return this.waiting.list(actor, wanted);
  }
}
