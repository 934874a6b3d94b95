import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReopenComplaint } from '../actions/reopen-complaint.js';
import { ReasonDto } from './safekeeping.dto.js';
import { ReopenedView } from './safekeeping.view.js';

/** The way back from closed. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/reopenings')
export class ReopeningController {
  constructor(private readonly reopenComplaint: ReopenComplaint) {}

  /** Take a closed case up again, with the reason: it is investigated again. What was found stands until it is superseded. */
  @Allow('complaint.reopen')
  @Post()
  async reopen(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() reopening: ReasonDto,
  ): Promise<ReopenedView> {
    return this.reopenComplaint.run(actor, complaintId, reopening);
  }
}
