import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AddAllegation } from '../actions/add-allegation.js';
import { AddOfficer } from '../actions/add-officer.js';
import { IdentifyOfficer } from '../actions/identify-officer.js';
import { AddAllegationDto, AddOfficerDto, IdentifyOfficerDto } from './case-work.dto.js';
import { AllegationAddedView, OfficerAddedView } from './case-work.view.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';

/** The investigator's work on a case: which officers were there, and what is alleged of whom. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class CaseWorkController {
  constructor(
    private readonly addOfficer: AddOfficer,
    private readonly identifyOfficer: IdentifyOfficer,
    private readonly addAllegation: AddAllegation,
  ) {}

  /** Add an officer: a known one by id, an unknown one by description. */
  @Allow('complaint.work')
  @Post('officers')
  async officer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() officer: AddOfficerDto,
  ): Promise<OfficerAddedView> {
    return this.addOfficer.run(actor, complaintId, officer);
  }

  /** Identify an officer who was only described, or put right who they were taken for. */
  @Allow('complaint.work')
  @Post('officers/:complaintOfficerId/identification')
  @HttpCode(204)
  async identification(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('complaintOfficerId', EXISTING_ID) complaintOfficerId: string,
    @Body() identification: IdentifyOfficerDto,
  ): Promise<void> {
    await this.identifyOfficer.run(actor, { complaintId, complaintOfficerId }, identification);
  }

  /** Add an allegation against a subject officer of the case. */
  @Allow('complaint.work')
  @Post('allegations')
  async allegation(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() allegation: AddAllegationDto,
  ): Promise<AllegationAddedView> {
    return this.addAllegation.run(actor, complaintId, allegation);
  }
}
