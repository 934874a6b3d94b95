import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AssignComplaint } from '../actions/assign-complaint.js';
import { DeclareRecusal } from '../actions/declare-recusal.js';
import { ScreenComplaint } from '../actions/screen-complaint.js';
import { AssignComplaintDto, DeclareRecusalDto, ScreenComplaintDto } from './case-direction.dto.js';
import { AssignedView, RecusedView, ScreenedView } from './case-direction.view.js';

/** Who deals with a case, and who keeps out of it. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class CaseDirectionController {
  constructor(
    private readonly screenComplaint: ScreenComplaint,
    private readonly assignComplaint: AssignComplaint,
    private readonly declareRecusal: DeclareRecusal,
  ) {}

  /** Decide whether the agency deals with it: accept, decline with a reason, or refer to another body. */
  @Allow('complaint.screen')
  @Post('screening')
  async screening(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() screening: ScreenComplaintDto,
  ): Promise<ScreenedView> {
    return this.screenComplaint.run(actor, complaintId, screening);
  }

  /** Assign the case; the first assignment begins the investigation. */
  @Allow('complaint.assign')
  @Post('assignments')
  async assignment(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() assignment: AssignComplaintDto,
  ): Promise<AssignedView> {
    return this.assignComplaint.run(actor, complaintId, assignment);
  }

  /** Declare that I, or (supervisor, clerk) somebody else, must keep out of this case: it is hidden from that person at once. */
  @Allow('recusal.declare')
  @Post('recusals')
  async recusal(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() recusal: DeclareRecusalDto,
  ): Promise<RecusedView> {
    return this.declareRecusal.run(actor, complaintId, recusal);
  }
}
