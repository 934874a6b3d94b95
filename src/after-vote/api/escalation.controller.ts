import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { BeginEscalation } from '../actions/begin-escalation.js';
import { EndEscalation } from '../actions/end-escalation.js';
import { BeginEscalationDto, EndEscalationDto } from './after-vote.dto.js';
import { EscalationBegunView } from './after-vote.view.js';

/** When board and chief differ. */
@ApiTags('after the vote')
@Controller('api/v1/complaints/:complaintId')
export class EscalationController {
  constructor(
    private readonly beginEscalation: BeginEscalation,
    private readonly endEscalation: EndEscalation,
  ) {}

  /** Begin the step that the charter has follow: the chief departs, or the answer is overdue. */
  @Allow('after-vote.record')
  @Post('recommendations/:recommendationId/escalations')
  async begin(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('recommendationId', EXISTING_ID) recommendationId: string,
    @Body() { step }: BeginEscalationDto,
  ): Promise<EscalationBegunView> {
    return this.beginEscalation.run(actor, { complaintId, recommendationId }, step);
  }

  /** Record what came of it. Agreed or decided, it takes the place of the decision before. */
  @Allow('after-vote.record')
  @Post('escalations/:escalationId/end')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('escalationId', EXISTING_ID) escalationId: string,
    @Body() ending: EndEscalationDto,
  ): Promise<void> {
    await this.endEscalation.run(actor, { complaintId, escalationId }, ending);
  }
}
