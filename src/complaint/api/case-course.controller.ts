import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { CloseComplaint } from '../actions/close-complaint.js';
import { ReturnToInvestigation } from '../actions/return-to-investigation.js';
import { SendToBoard } from '../actions/send-to-board.js';
import { CloseComplaintDto } from './case-findings.dto.js';

/** Where a case goes when the investigation is done. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class CaseCourseController {
  constructor(
    private readonly sendToBoard: SendToBoard,
    private readonly returnToInvestigation: ReturnToInvestigation,
    private readonly closeComplaint: CloseComplaint,
  ) {}

  /** Send the reviewed case before the board. */
  @Allow('complaint.send-to-board')
  @Post('send-to-board')
  @HttpCode(204)
  async send(@CurrentActor() actor: ActorOf<'staff'>, @Param('complaintId') complaintId: string): Promise<void> {
    await this.sendToBoard.run(actor, complaintId);
  }

  /** Send a drafted case, or one that the board could not decide, back to its investigator. */
  @Allow('complaint.send-to-board')
  @Post('return-to-investigation')
  @HttpCode(204)
  async return(@CurrentActor() actor: ActorOf<'staff'>, @Param('complaintId') complaintId: string): Promise<void> {
    await this.returnToInvestigation.run(actor, complaintId);
  }

  /** Close the case: on its findings, which become final, or with a reason why there are none. */
  @Allow('complaint.close')
  @Post('close')
  @HttpCode(204)
  async close(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() closing: CloseComplaintDto,
  ): Promise<void> {
    await this.closeComplaint.run(actor, complaintId, closing);
  }
}
