import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { UndoIdentification } from '../actions/undo-identification.js';
import { UndoIdentificationDto } from './case-work.dto.js';

/** Who an officer was taken for. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/officers/:complaintOfficerId/identification')
export class IdentificationController {
  constructor(private readonly undoIdentification: UndoIdentification) {}

  /** It was somebody else: the officer is unknown again, and may be identified anew. */
  @Allow('complaint.work')
  @Post('undo')
  @HttpCode(204)
  async undo(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('complaintOfficerId', EXISTING_ID) complaintOfficerId: string,
    @Body() { reason }: UndoIdentificationDto,
  ): Promise<void> {
    await this.undoIdentification.run(actor, { complaintId, complaintOfficerId }, reason);
  }
}
