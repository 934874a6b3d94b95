import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, StepUp } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AskForIdentity } from '../actions/ask-for-identity.js';
import { DecideOnIdentity } from '../actions/decide-on-identity.js';
import { IdentityRequestsReader } from '../records/identity-requests.reader.js';
import { AskForIdentityDto, DecideOnIdentityDto } from './identity-request.dto.js';
import {
  IdentityAskedView,
  IdentityDecidedView,
  IdentityRequestsView,
  WaitingRequestsView,
} from './identity-request.view.js';

/** The custodian of shielded identities: one asks with a reason, another grants or refuses. */
@ApiTags('complaint')
@Controller('api/v1')
export class IdentityRequestController {
  constructor(
    private readonly askForIdentity: AskForIdentity,
    private readonly decideOnIdentity: DecideOnIdentity,
    private readonly requests: IdentityRequestsReader,
  ) {}

  /** Ask who is behind a case whose complainant is shielded. */
  @Allow('identity.request')
  @Post('complaints/:complaintId/identity-requests')
  async ask(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { reason }: AskForIdentityDto,
  ): Promise<IdentityAskedView> {
    return this.askForIdentity.run(actor, complaintId, reason);
  }

  /** Who asked, why, and what was answered. */
  @Allow('identity.read-requests')
  @Get('complaints/:complaintId/identity-requests')
  async ofCase(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<IdentityRequestsView> {
    return { items: await this.requests.ofCase(actor, complaintId) };
  }

  /** Grant or refuse what somebody else asked. A grant is for who asked, and ends by itself. */
  @Allow('identity.decide')
  @StepUp()
  @Post('complaints/:complaintId/identity-requests/:requestId/decision')
  async decide(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('requestId', EXISTING_ID) requestId: string,
    @Body() decision: DecideOnIdentityDto,
  ): Promise<IdentityDecidedView> {
    return this.decideOnIdentity.run(actor, { complaintId, requestId }, decision);
  }

  /** What waits for your decision, in all cases. */
  @Allow('identity.decide')
  @Get('identity-requests')
  async waiting(@CurrentActor() actor: ActorOf<'staff'>): Promise<WaitingRequestsView> {
    return { items: await this.requests.waiting(actor) };
  }
}
