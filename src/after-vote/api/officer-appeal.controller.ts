import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { FileOfficerAppeal } from '../actions/file-officer-appeal.js';
import { RecordAward } from '../actions/record-award.js';
import { FileOfficerAppealDto, RecordAwardDto } from './after-vote.dto.js';
import { OfficerAppealFiledView } from './after-vote.view.js';

/** An officer's grievance or arbitration against discipline. */
@ApiTags('after the vote')
@Controller('api/v1/complaints/:complaintId/officer-appeals')
export class OfficerAppealController {
  constructor(
    private readonly fileOfficerAppeal: FileOfficerAppeal,
    private readonly recordAward: RecordAward,
  ) {}

  /** Record that an officer has gone against discipline that was imposed. */
  @Allow('after-vote.record')
  @Post()
  async file(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() appeal: FileOfficerAppealDto,
  ): Promise<OfficerAppealFiledView> {
    return this.fileOfficerAppeal.run(actor, complaintId, appeal);
  }

  /** Record what the other body decided: discipline is upheld, reduced or reversed. What was imposed stays in the record. */
  @Allow('after-vote.record')
  @Post(':appealId/award')
  @HttpCode(204)
  async decide(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('appealId', EXISTING_ID) appealId: string,
    @Body() award: RecordAwardDto,
  ): Promise<void> {
    await this.recordAward.run(actor, { complaintId, appealId }, award);
  }
}
