import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AppealDecline } from '../actions/appeal-decline.js';
import { ReviewDecline } from '../actions/review-decline.js';
import { ScreenComplaintDto } from './case-direction.dto.js';
import { ScreenedView } from './case-direction.view.js';
import { AppealDeclineDto } from './referral.dto.js';

/** Another look at a case that was turned away. */
@ApiTags('complaint')
@Controller('api/v1')
export class AppealController {
  constructor(
    private readonly appealDecline: AppealDecline,
    private readonly reviewDecline: ReviewDecline,
  ) {}

  /** Ask for another look at the decision not to take on my complaint. */
  @Allow('complaint.follow')
  @ApiParam({ name: 'jurisdiction', schema: { type: 'string' } })
  @ApiHeader({ name: 'Redress-Receipt', required: true, description: 'The receipt code' })
  @Post('jurisdictions/:jurisdiction/my-complaint/appeal')
  @HttpCode(204)
  async mine(@CurrentActor() actor: ActorOf<'complainant'>, @Body() { grounds }: AppealDeclineDto): Promise<void> {
    await this.appealDecline.run(actor, actor.complaintId, grounds);
  }

  /** Take down that who was turned away asks for another look. */
  @Allow('complaint.take-in')
  @Post('complaints/:complaintId/appeals')
  @HttpCode(204)
  async forSomebody(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { grounds }: AppealDeclineDto,
  ): Promise<void> {
    await this.appealDecline.run(actor, complaintId, grounds);
  }

  /** Decide anew on an appealed refusal: another person than who refused. The first decision stays in the record. */
  @Allow('complaint.review-decline')
  @Post('complaints/:complaintId/screening/review')
  async review(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() screening: ScreenComplaintDto,
  ): Promise<ScreenedView> {
    return this.reviewDecline.run(actor, complaintId, screening);
  }
}
