import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { RecordAffidavit } from '../actions/record-affidavit.js';
import { RecordCircumstances } from '../actions/record-circumstances.js';
import { AffidavitOverrideDto, AffidavitReceivedDto } from './affidavit.dto.js';
import { IntakeRecordDto } from './intake-record.dto.js';

/** What is recorded at the door, and when it changes. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class IntakeRecordController {
  constructor(
    private readonly recordCircumstances: RecordCircumstances,
    private readonly recordAffidavit: RecordAffidavit,
  ) {}

  /** Record what has changed for the person: charges, a suit, a fear, what they need. What is left out stands as it was. */
  @Allow('complaint.record-intake')
  @Post('circumstances')
  @HttpCode(204)
  async circumstances(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() told: IntakeRecordDto,
  ): Promise<void> {
    await this.recordCircumstances.run(actor, complaintId, told);
  }

  /** The sworn statement has come. */
  @Allow('complaint.record-intake')
  @Post('affidavit')
  @HttpCode(204)
  async received(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { receivedOn }: AffidavitReceivedDto,
  ): Promise<void> {
    await this.recordAffidavit.run(actor, complaintId, { receivedOn });
  }

  /** Go on without the sworn statement, where the charter lets a supervisor do so. */
  @Allow('affidavit.override')
  @Post('affidavit/override')
  @HttpCode(204)
  async override(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { reason }: AffidavitOverrideDto,
  ): Promise<void> {
    await this.recordAffidavit.run(actor, complaintId, { reason });
  }
}
