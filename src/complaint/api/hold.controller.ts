import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { PlaceHold } from '../actions/place-hold.js';
import { ReleaseHold } from '../actions/release-hold.js';
import { ReasonDto } from './safekeeping.dto.js';
import { HeldView } from './safekeeping.view.js';

/** What keeps a case from being destroyed. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/holds')
export class HoldController {
  constructor(
    private readonly placeHold: PlaceHold,
    private readonly releaseHold: ReleaseHold,
  ) {}

  /** Place a legal hold: until it is released nothing of the case is destroyed, by order or by its age. */
  @Allow('complaint.hold')
  @Post()
  async place(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() hold: ReasonDto,
  ): Promise<HeldView> {
    return this.placeHold.run(actor, complaintId, hold);
  }

  /** Release a hold, with the reason. Others on the case stand. */
  @Allow('complaint.hold')
  @Post(':holdId/release')
  @HttpCode(204)
  async release(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('holdId', EXISTING_ID) holdId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    await this.releaseHold.run(actor, complaintId, { holdId, reason });
  }
}
