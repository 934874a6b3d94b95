import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { KeepDraft } from '../actions/keep-draft.js';
import { ReadDrafts } from '../actions/read-drafts.js';
import { SubmitDraft } from '../actions/submit-draft.js';
import { DraftKeptView, DraftPageView, DraftView } from './draft.view.js';
import { PageDto } from './list-reports.dto.js';
import { ReportDto } from './report.dto.js';
import { SubmissionReceiptView } from './report.view.js';
import { IfMatch, VersionTag } from './version-header.js';

type Department = ActorOf<'department'>;
const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag of the draft as you read it' };

/** Reports that a department has begun and not yet said. Sealed; nobody else reads them. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports/drafts')
export class DraftController {
  constructor(
    private readonly keepDraft: KeepDraft,
    private readonly readDrafts: ReadDrafts,
    private readonly submitDraft: SubmitDraft,
  ) {}

  /** Begin a draft: as much of a report as you have. */
  @Allow('use-of-force.draft')
  @ApiBody({ type: ReportDto })
  @UseInterceptors(VersionTag)
  @Post()
  async begin(@CurrentActor() actor: Department, @Body() told: unknown): Promise<DraftKeptView> {
    return this.keepDraft.begin(actor, told);
  }

  /** Your drafts, the newest first, each with what it still lacks. */
  @Allow('use-of-force.draft')
  @Get()
  async list(@CurrentActor() actor: Department, @Query() page: PageDto): Promise<DraftPageView> {
    return this.readDrafts.list(actor, page);
  }

  /** One of your drafts, with what it still lacks. */
  @Allow('use-of-force.draft')
  @UseInterceptors(VersionTag)
  @Get(':draftId')
  async one(@CurrentActor() actor: Department, @Param('draftId', EXISTING_ID) id: string): Promise<DraftView> {
    return this.readDrafts.one(actor, id);
  }

  /** Put another telling in the place of a draft's. */
  @Allow('use-of-force.draft')
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: ReportDto })
  @UseInterceptors(VersionTag)
  @Put(':draftId')
  async change(
    @CurrentActor() actor: Department,
    @Param('draftId', EXISTING_ID) draftId: string,
    @IfMatch() version: number,
    @Body() told: unknown,
  ): Promise<DraftKeptView> {
    return this.keepDraft.change(actor, { draftId, version }, told);
  }

  /** Discard a draft. Nothing of it is kept. */
  @Allow('use-of-force.draft')
  @Delete(':draftId')
  @HttpCode(204)
  async discard(@CurrentActor() actor: Department, @Param('draftId', EXISTING_ID) id: string): Promise<void> {
    await this.keepDraft.discard(actor, id);
  }

  /** Submit a draft as a report, by the rules for all. It is then no draft any more. */
  @Allow('use-of-force.draft')
  @ApiHeader(IF_MATCH)
  @UseInterceptors(VersionTag)
  @Post(':draftId/submission')
  async submit(
    @CurrentActor() actor: Department,
    @Param('draftId', EXISTING_ID) draftId: string,
    @IfMatch() version: number,
  ): Promise<SubmissionReceiptView> {
    return this.submitDraft.run(actor, { draftId, version });
  }
}
