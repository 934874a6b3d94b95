import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { JoinTeam } from '../actions/join-team.js';
import { LeaveTeam } from '../actions/leave-team.js';
import { TeamMemberDto } from './incident.dto.js';
import { IncidentMadeView } from './incident.view.js';

/** Who sits on the team of a review. */
@ApiTags('serious incident reviews')
@Controller('api/v1/incident-reviews/:incidentId/team')
export class IncidentTeamController {
  constructor(
    private readonly joinTeam: JoinTeam,
    private readonly leaveTeam: LeaveTeam,
  ) {}

  /** Put one more on the team. */
  @Allow('incident-review.convene')
  @Post()
  async join(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
    @Body() member: TeamMemberDto,
  ): Promise<IncidentMadeView> {
    return this.joinTeam.run(actor, incidentId, member);
  }

  /** Take somebody off the team: the compartment is shut to them at once. */
  @Allow('incident-review.convene')
  @Post(':memberId/end')
  @HttpCode(204)
  async leave(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
    @Param('memberId', EXISTING_ID) memberId: string,
  ): Promise<void> {
    await this.leaveTeam.run(actor, incidentId, memberId);
  }
}
