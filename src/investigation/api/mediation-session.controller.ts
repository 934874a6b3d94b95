import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { EndMediation } from '../actions/end-mediation.js';
import { RecordSession } from '../actions/record-session.js';
import { EndMediationDto, RecordSessionDto } from './mediation.dto.js';

/** For the mediator: that they met, and how it ended. */
@ApiTags('mediation')
@Controller('api/v1/complaints/:complaintId/mediations/:mediationId')
export class MediationSessionController {
  constructor(
    private readonly recordSession: RecordSession,
    private readonly endMediation: EndMediation,
  ) {}

  /** They met on that day. */
  @Allow('mediation.record')
  @Post('sessions')
  @HttpCode(204)
  async session(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('mediationId', EXISTING_ID) mediationId: string,
    @Body() { on }: RecordSessionDto,
  ): Promise<void> {
    await this.recordSession.run(actor, complaintId, mediationId, on);
  }

  /** It ended: mediated, or attempted. */
  @Allow('mediation.record')
  @Post('end')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('mediationId', EXISTING_ID) mediationId: string,
    @Body() end: EndMediationDto,
  ): Promise<void> {
    await this.endMediation.run(actor, complaintId, mediationId, end);
  }
}
