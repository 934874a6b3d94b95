import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { SealComplaint } from '../actions/seal-complaint.js';
import { UnsealComplaint } from '../actions/unseal-complaint.js';
import { ReasonDto, SealComplaintDto } from './safekeeping.dto.js';
import { SealedCaseView } from './safekeeping.view.js';

/** Who may see that a case is there. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class SealingController {
  constructor(
    private readonly sealComplaint: SealComplaint,
    private readonly unsealComplaint: UnsealComplaint,
  ) {}

  /** Seal the case by order: from now on the director and the keeper of records alone see that it is there. */
  @Allow('complaint.seal')
  @Post('sealing')
  async seal(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() sealing: SealComplaintDto,
  ): Promise<SealedCaseView> {
    return this.sealComplaint.run(actor, complaintId, sealing);
  }

  /** Lift the sealing, with the reason. */
  @Allow('complaint.seal')
  @Post('unsealing')
  @HttpCode(204)
  async unseal(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() lifting: ReasonDto,
  ): Promise<void> {
    await this.unsealComplaint.run(actor, complaintId, lifting);
  }
}
