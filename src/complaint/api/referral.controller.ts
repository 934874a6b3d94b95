import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReadReferrals } from '../actions/read-referrals.js';
import { RecordReferralAnswer } from '../actions/record-referral-answer.js';
import { ReferComplaint } from '../actions/refer-complaint.js';
import { ReferComplaintDto, ReferralAnswerDto } from './referral.dto.js';
import { ReferralAnsweredView, ReferralsView, ReferredView } from './referral.view.js';

/** What was sent to other bodies, and what came back. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/referrals')
export class ReferralController {
  constructor(
    private readonly referComplaint: ReferComplaint,
    private readonly recordAnswer: RecordReferralAnswer,
    private readonly readReferrals: ReadReferrals,
  ) {}

  /** The log of referrals, oldest first. */
  @Allow('complaint.refer')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<ReferralsView> {
    return this.readReferrals.run(actor, complaintId);
  }

  /** Write down that the case, or part of it, was sent to another body; the agency may work on it meanwhile. */
  @Allow('complaint.refer')
  @Post()
  async refer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() referral: ReferComplaintDto,
  ): Promise<ReferredView> {
    return this.referComplaint.run(actor, complaintId, referral);
  }

  /** The other body acknowledged it, or replied. */
  @Allow('complaint.refer')
  @Post(':referralId/answers')
  async answer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('referralId', EXISTING_ID) referralId: string,
    @Body() { kind, on, by, text }: ReferralAnswerDto,
  ): Promise<ReferralAnsweredView> {
    return this.recordAnswer.run(actor, complaintId, { referralId, kind, on, by, text });
  }
}
