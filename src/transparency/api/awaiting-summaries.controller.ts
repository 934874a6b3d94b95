import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { PublicSummaryReader } from '../records/public-summary.reader.js';
import { awaitingView, AwaitingSummariesView } from './public-summary.view.js';
import { ReleasePageDto } from './release-page.dto.js';

/** What waits for somebody's approval. */
@ApiTags('transparency')
@Controller('api/v1/public-summaries')
export class AwaitingSummariesController {
  constructor(private readonly summaries: PublicSummaryReader) {}

  /** Summaries that wait for approval, oldest first; those of cases that you are recused from are not among them. */
  @Allow('public-summary.list')
  @Get('awaiting-approval')
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Query() { limit, after }: ReleasePageDto,
  ): Promise<AwaitingSummariesView> {
    const { items, next } = await this.summaries.awaiting(actor, limit ?? 50, after ?? null);
    return { items: items.map(awaitingView), next };
  }
}
