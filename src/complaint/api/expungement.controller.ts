import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AskExpungement } from '../actions/ask-expungement.js';
import { DecideExpungement } from '../actions/decide-expungement.js';
import { AskExpungementDto, DecideExpungementDto } from './safekeeping.dto.js';
import { ExpungementAskedView } from './safekeeping.view.js';

/** The destruction of a case by order. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class ExpungementController {
  constructor(
    private readonly askExpungement: AskExpungement,
    private readonly decideExpungement: DecideExpungement,
  ) {}

  /** Ask that the case be destroyed by order. Another person decides; nothing is destroyed yet. */
  @Allow('complaint.ask-expungement')
  @Post('expungements')
  async ask(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() asked: AskExpungementDto,
  ): Promise<ExpungementAskedView> {
    return this.askExpungement.run(actor, complaintId, asked);
  }

  /** Approve it, as another person: the case is destroyed at once and for good. Or refuse it. */
  @Allow('complaint.decide-expungement')
  @Post('expungement-decision')
  @HttpCode(204)
  async decide(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() decision: DecideExpungementDto,
  ): Promise<void> {
    await this.decideExpungement.run(actor, complaintId, decision);
  }
}
