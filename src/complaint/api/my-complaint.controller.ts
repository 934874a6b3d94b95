import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { WithdrawComplaint } from '../actions/withdraw-complaint.js';
import { MyComplaintReader } from '../records/my-complaint.reader.js';
import { myComplaintView, MyComplaintView } from './my-complaint.view.js';

/** For who holds a receipt: their own case and no other. */
@ApiTags('complaint')
@ApiParam({ name: 'jurisdiction', schema: { type: 'string' } })
@ApiHeader({
  name: 'Redress-Receipt',
  required: true,
  description: 'The receipt code, in any case, with or without hyphens',
})
@Controller('api/v1/jurisdictions/:jurisdiction/my-complaint')
export class MyComplaintController {
  constructor(
    private readonly myComplaint: MyComplaintReader,
    private readonly withdrawComplaint: WithdrawComplaint,
  ) {}

  /** How does my case stand, and what can I do? */
  @Allow('complaint.follow')
  @Get()
  async show(@CurrentActor() actor: ActorOf<'complainant'>): Promise<MyComplaintView> {
    return myComplaintView(await this.myComplaint.of(actor));
  }

  /** Withdraw my complaint: the agency stops its work on it. */
  @Allow('complaint.follow')
  @Post('withdraw')
  @HttpCode(200)
  async withdraw(@CurrentActor() actor: ActorOf<'complainant'>): Promise<MyComplaintView> {
    await this.withdrawComplaint.run(actor);
    return myComplaintView(await this.myComplaint.of(actor));
  }
}
