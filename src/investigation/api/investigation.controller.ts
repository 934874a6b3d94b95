import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ApprovePlan } from '../actions/approve-plan.js';
import { WriteNote } from '../actions/write-note.js';
import { WritePlan } from '../actions/write-plan.js';
import { InvestigationReader } from '../records/investigation.reader.js';
import { WriteNoteDto, WritePlanDto } from './investigation.dto.js';
import { InvestigationView, NoteWrittenView, PlanWrittenView } from './investigation.view.js';

/** How a case is investigated: plan and diary. */
@ApiTags('investigation')
@Controller('api/v1/complaints/:complaintId')
export class InvestigationController {
  constructor(
    private readonly investigations: InvestigationReader,
    private readonly writePlan: WritePlan,
    private readonly approvePlan: ApprovePlan,
    private readonly writeNote: WriteNote,
  ) {}

  /** Plan, diary and supervisor's reviews, in clear. */
  @Allow('investigation.read')
  @Get('investigation')
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<InvestigationView> {
    return this.investigations.ofCase(actor, complaintId);
  }

  /** Write the plan, or a new version of it. */
  @Allow('investigation.work')
  @Post('plans')
  async plan(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { text }: WritePlanDto,
  ): Promise<PlanWrittenView> {
    return this.writePlan.run(actor, complaintId, text);
  }

  /** Approve the newest version, which somebody else wrote. */
  @Allow('investigation.review')
  @Post('plans/:planId/approval')
  @HttpCode(204)
  async approve(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('planId', EXISTING_ID) planId: string,
  ): Promise<void> {
    await this.approvePlan.run(actor, complaintId, planId);
  }

  /** Note something in the diary, or correct a note. */
  @Allow('investigation.work')
  @Post('diary')
  async note(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() note: WriteNoteDto,
  ): Promise<NoteWrittenView> {
    return this.writeNote.run(actor, complaintId, note);
  }
}
