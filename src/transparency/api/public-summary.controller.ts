import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { KeepHits } from '../actions/keep-hits.js';
import { WriteSummary } from '../actions/write-summary.js';
import { PublicSummaryReader } from '../records/public-summary.reader.js';
import { DraftSummaryDto, KeepHitsDto, RewriteSummaryDto } from './public-summary.dto.js';
import { publicSummaryView, PublicSummaryView } from './public-summary.view.js';

/** What the public is to read of a case: written, and each thing found in it decided. Each answer shows every hit. */
@ApiTags('transparency')
@Controller('api/v1/complaints/:complaintId/public-summary')
export class PublicSummaryController {
  constructor(
    private readonly writeSummary: WriteSummary,
    private readonly keepHits: KeepHits,
    private readonly summaries: PublicSummaryReader,
  ) {}

  /** The text as it is now, every hit in it with what was decided, and who has approved it. */
  @Allow('public-summary.read')
  @Get()
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<PublicSummaryView> {
    return publicSummaryView(await this.summaries.show(actor, complaintId));
  }

  /** Draft the case's public summary. Nothing is taken out of it: you are shown what may tell who somebody is, and decide. */
  @Allow('public-summary.draft')
  @Post()
  async draft(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { text }: DraftSummaryDto,
  ): Promise<PublicSummaryView> {
    await this.writeSummary.draft(actor, complaintId, text);
    return this.show(actor, complaintId);
  }

  /** Write the text anew. What was decided and approved of the text before is void. */
  @Allow('public-summary.draft')
  @Put()
  async rewrite(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() text: RewriteSummaryDto,
  ): Promise<PublicSummaryView> {
    await this.writeSummary.rewrite(actor, complaintId, text);
    return this.show(actor, complaintId);
  }

  /** Say of hits why they may stay. Only who wrote this text decides so; approvals given before do not count any more. */
  @Allow('public-summary.draft')
  @Post('kept-hits')
  async keep(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() kept: KeepHitsDto,
  ): Promise<PublicSummaryView> {
    await this.keepHits.run(actor, complaintId, kept);
    return this.show(actor, complaintId);
  }
}
