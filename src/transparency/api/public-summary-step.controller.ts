import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, StepUp } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ApproveSummary } from '../actions/approve-summary.js';
import { SubmitSummary } from '../actions/submit-summary.js';
import { WithdrawSummary } from '../actions/withdraw-summary.js';
import { ApproveSummaryDto, SummaryTextDto } from './public-summary.dto.js';
import { SummaryApprovedView } from './public-summary.view.js';

/** The steps between a written summary and the public. */
@ApiTags('transparency')
@Controller('api/v1/complaints/:complaintId/public-summary')
export class PublicSummaryStepController {
  constructor(
    private readonly submitSummary: SubmitSummary,
    private readonly approveSummary: ApproveSummary,
    private readonly withdrawSummary: WithdrawSummary,
  ) {}

  /** Hand the text to the approvers. 409 `hits-unresolved` while any hit is undecided. */
  @Allow('public-summary.draft')
  @Post('submission')
  @HttpCode(204)
  async submit(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() text: SummaryTextDto,
  ): Promise<void> {
    await this.submitSummary.run(actor, complaintId, text);
  }

  /** Put your name under this very text with these very hits. Two people must, neither of whom wrote any of it. */
  @Allow('public-summary.approve')
  @StepUp()
  @Post('approvals')
  async approve(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() seen: ApproveSummaryDto,
  ): Promise<SummaryApprovedView> {
    return this.approveSummary.run(actor, complaintId, seen);
  }

  /** Take it back, approved or not: it will not be published. Another may be drafted. */
  @Allow('public-summary.withdraw')
  @Post('withdrawal')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: ActorOf<'staff'>, @Param('complaintId') complaintId: string): Promise<void> {
    await this.withdrawSummary.run(actor, complaintId);
  }
}
