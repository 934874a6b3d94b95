import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { RequestMoreWork } from '../actions/request-more-work.js';
import { ReviewFile } from '../actions/review-file.js';
import { MoreWorkDto, ReviewFileDto } from './audit.dto.js';
import { FileReviewedView, MoreWorkView } from './audit.view.js';

/** One drawn file of an audit. */
@ApiTags('audits of internal affairs')
@Controller('api/v1/affairs-audits/:auditId/files/:fileId')
export class AuditFileController {
  constructor(
    private readonly reviewFile: ReviewFile,
    private readonly requestMoreWork: RequestMoreWork,
  ) {}

  /** Say of each item of the checklist whether you agree; again only after more work was asked for. */
  @Allow('affairs-audit.review')
  @Post('reviews')
  async review(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('auditId', EXISTING_ID) auditId: string,
    @Param('fileId', EXISTING_ID) fileId: string,
    @Body() { answers }: ReviewFileDto,
  ): Promise<FileReviewedView> {
    const given = answers.map(({ item, verdict, reasons = null }) => ({ item, verdict, reasons }));
    return this.reviewFile.run(actor, { auditId, fileId }, given);
  }

  /** Ask internal affairs to do more on this file. */
  @Allow('affairs-audit.review')
  @Post('requests')
  async request(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('auditId', EXISTING_ID) auditId: string,
    @Param('fileId', EXISTING_ID) fileId: string,
    @Body() asked: MoreWorkDto,
  ): Promise<MoreWorkView> {
    return this.requestMoreWork.run(actor, { auditId, fileId }, asked);
  }
}
