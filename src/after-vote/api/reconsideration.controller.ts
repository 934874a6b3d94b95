import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AskReconsideration } from '../actions/ask-reconsideration.js';
import { DecideReconsideration } from '../actions/decide-reconsideration.js';
import { HearReconsideration } from '../actions/hear-reconsideration.js';
import { DecideReconsiderationDto, TakeDownReconsiderationDto } from './after-vote.dto.js';
import { AskedView } from './after-vote.view.js';

/** The board is asked to think again. */
@ApiTags('after the vote')
@Controller('api/v1/complaints/:complaintId/reconsiderations')
export class ReconsiderationController {
  constructor(
    private readonly askReconsideration: AskReconsideration,
    private readonly hearReconsideration: HearReconsideration,
    private readonly decideReconsideration: DecideReconsideration,
  ) {}

  /** Take down that somebody asks for it: who complained, within the charter's days; the chief; the board itself. */
  @Allow('reconsideration.take-down')
  @Post()
  async ask(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() asked: TakeDownReconsiderationDto,
  ): Promise<AskedView> {
    return this.askReconsideration.run(actor, complaintId, asked);
  }

  /** Bring it before the board: the case is open again. */
  @Allow('after-vote.record')
  @Post(':reconsiderationId/hearing')
  @HttpCode(204)
  async hear(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('reconsiderationId', EXISTING_ID) reconsiderationId: string,
  ): Promise<void> {
    await this.hearReconsideration.run(actor, { complaintId, reconsiderationId });
  }

  /** Record what came of it: not heard, with reasons; or what the board voted. */
  @Allow('after-vote.record')
  @Post(':reconsiderationId/decision')
  @HttpCode(204)
  async decide(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('reconsiderationId', EXISTING_ID) reconsiderationId: string,
    @Body() decided: DecideReconsiderationDto,
  ): Promise<void> {
    await this.decideReconsideration.run(actor, { complaintId, reconsiderationId }, decided);
  }
}
