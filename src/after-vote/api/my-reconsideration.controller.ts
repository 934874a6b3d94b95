import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AskReconsideration } from '../actions/ask-reconsideration.js';
import { AskReconsiderationDto } from './after-vote.dto.js';

/** For who holds a receipt, with a name or without one. */
@ApiTags('after the vote')
@Controller('api/v1/jurisdictions/:jurisdiction/my-complaint')
export class MyReconsiderationController {
  constructor(private readonly askReconsideration: AskReconsideration) {}

  /** Ask the board to reconsider what was decided on my complaint. */
  @Allow('complaint.follow')
  @ApiParam({ name: 'jurisdiction', schema: { type: 'string' } })
  @ApiHeader({ name: 'Redress-Receipt', required: true, description: 'The receipt code' })
  @Post('reconsideration')
  @HttpCode(204)
  async ask(
    @CurrentActor() actor: ActorOf<'complainant'>,
    @Body() { ground, grounds }: AskReconsiderationDto,
  ): Promise<void> {
    await this.askReconsideration.run(actor, actor.complaintId, { ground, grounds, askedBy: 'complainant' });
  }
}
