import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { DecideConflict } from '../actions/decide-conflict.js';
import { DeclareConflict } from '../actions/declare-conflict.js';
import { ConflictReader } from '../records/conflict.reader.js';
import { CheckConflictsDto, DecideConflictDto, DeclareConflictDto } from './conflict.dto.js';
import { ConflictDeclarationsView, ConflictDeclaredView, ConflictsFoundView } from './conflict.view.js';

/** How the agency's own people stand to a case. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/conflicts')
export class ConflictController {
  constructor(
    private readonly declareConflict: DeclareConflict,
    private readonly decideConflict: DecideConflict,
    private readonly conflicts: ConflictReader,
  ) {}

  /** Declare how I stand to this case. A relation that the charter bars hides the case from me at once. */
  @Allow('conflict.declare')
  @Post()
  async declare(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { relation }: DeclareConflictDto,
  ): Promise<ConflictDeclaredView> {
    return this.declareConflict.run(actor, complaintId, relation);
  }

  /** Who declared what, and what was decided. */
  @Allow('conflict.decide')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<ConflictDeclarationsView> {
    return this.conflicts.declarations(actor, complaintId);
  }

  /** What would stand against giving the case to this person? */
  @Allow('complaint.assign')
  @Get('check')
  async check(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Query() { staffId }: CheckConflictsDto,
  ): Promise<ConflictsFoundView> {
    return this.conflicts.check(actor, complaintId, staffId);
  }

  /** Decide on what somebody else declared: recuse them, or clear them to work on the case. */
  @Allow('conflict.decide')
  @Post(':declarationId/decision')
  @HttpCode(204)
  async decide(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('declarationId', EXISTING_ID) declarationId: string,
    @Body() { decision, reason }: DecideConflictDto,
  ): Promise<void> {
    await this.decideConflict.run(actor, complaintId, { declarationId, decision, reason });
  }
}
