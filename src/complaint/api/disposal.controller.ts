import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { DrawDisposalBatch } from '../actions/draw-disposal-batch.js';
import { ReviewDisposalBatch } from '../actions/review-disposal-batch.js';
import { DisposalReader } from '../records/disposal.reader.js';
import { ReviewBatchDto } from './disposal.dto.js';
import {
  BatchDrawnView,
  BatchReviewedView,
  DisposalBatchPageView,
  DisposalBatchWithCasesView,
} from './disposal.view.js';
import { PageDto } from './page.dto.js';

/** The end of the time that closed cases are kept. */
@ApiTags('complaint')
@Controller('api/v1/disposal-batches')
export class DisposalController {
  constructor(
    private readonly drawBatch: DrawDisposalBatch,
    private readonly reviewBatch: ReviewDisposalBatch,
    private readonly batches: DisposalReader,
  ) {}

  /** Put together what is due and held by nothing, at most 200 cases, for two people to look through. */
  @Allow('complaint.dispose')
  @Post()
  async draw(@CurrentActor() actor: ActorOf<'staff'>): Promise<BatchDrawnView> {
    return this.drawBatch.run(actor);
  }

  /** The batches, newest first. */
  @Allow('complaint.dispose')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() page: PageDto): Promise<DisposalBatchPageView> {
    return this.batches.page(actor, page);
  }

  /** One batch with its cases, and what became of each. */
  @Allow('complaint.dispose')
  @Get(':batchId')
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('batchId', EXISTING_ID) batchId: string,
  ): Promise<DisposalBatchWithCasesView> {
    return this.batches.of(actor, batchId);
  }

  /** Look it through: the first approval marks it, the second, another person's, destroys its cases. Or reject it. */
  @Allow('complaint.dispose')
  @Post(':batchId/reviews')
  @HttpCode(200)
  async review(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('batchId', EXISTING_ID) batchId: string,
    @Body() review: ReviewBatchDto,
  ): Promise<BatchReviewedView> {
    return this.reviewBatch.run(actor, batchId, review);
  }
}
