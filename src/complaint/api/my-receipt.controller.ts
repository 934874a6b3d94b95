import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReplaceReceipt } from '../actions/replace-receipt.js';
import { RevealIdentity } from '../actions/reveal-identity.js';
import { NewReceiptView } from './filed-complaint.view.js';
import { RevealIdentityDto } from './my-receipt.dto.js';

/** For who holds a receipt: who may know them, and who may hold it. */
@ApiTags('complaint')
@ApiParam({ name: 'jurisdiction', schema: { type: 'string' } })
@ApiHeader({ name: 'Redress-Receipt', required: true, description: 'The receipt code' })
@Controller('api/v1/jurisdictions/:jurisdiction/my-complaint')
export class MyReceiptController {
  constructor(
    private readonly revealIdentity: RevealIdentity,
    private readonly replaceReceipt: ReplaceReceipt,
  ) {}

  /** Say who you are, to whom you choose. It cannot be taken back. */
  @Allow('complaint.follow')
  @Post('identity')
  @HttpCode(204)
  async reveal(@CurrentActor() actor: ActorOf<'complainant'>, @Body() revealed: RevealIdentityDto): Promise<void> {
    await this.revealIdentity.run(actor, revealed);
  }

  /** Somebody may have seen your receipt: get another. The old code opens nothing from now on. */
  @Allow('complaint.follow')
  @Post('receipt')
  async replace(@CurrentActor() actor: ActorOf<'complainant'>): Promise<NewReceiptView> {
    return this.replaceReceipt.run(actor);
  }
}
