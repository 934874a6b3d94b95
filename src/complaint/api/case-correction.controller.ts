import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { RenameAllegation } from '../actions/rename-allegation.js';
import { UndoIdentification } from '../actions/undo-identification.js';
import { RenameAllegationDto, UndoIdentificationDto } from './case-work.dto.js';

/** What turned out to be otherwise: who an officer was, what an allegation is. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class CaseCorrectionController {
  constructor(
    private readonly undoIdentification: UndoIdentification,
    private readonly renameAllegation: RenameAllegation,
  ) {}

  /** It was somebody else: the officer is unknown again, and may be identified anew. */
  @Allow('complaint.work')
  @Post('officers/:complaintOfficerId/identification/undo')
  @HttpCode(204)
  async undo(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('complaintOfficerId', EXISTING_ID) complaintOfficerId: string,
    @Body() { reason }: UndoIdentificationDto,
  ): Promise<void> {
    await this.undoIdentification.run(actor, { complaintId, complaintOfficerId }, reason);
  }

  /** The allegation is of another category; what it was called before is kept. */
  @Allow('complaint.work')
  @Post('allegations/:allegationId/category')
  @HttpCode(204)
  async category(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('allegationId', EXISTING_ID) allegationId: string,
    @Body() { category, reason }: RenameAllegationDto,
  ): Promise<void> {
    await this.renameAllegation.run(actor, complaintId, { allegationId, category, reason });
  }
}
