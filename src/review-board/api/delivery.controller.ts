import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor, ActorOf } from '../../shared/actor.js';
import { DeliverRecommendation } from '../actions/deliver-recommendation.js';
import { TransmittalReader } from '../records/transmittal.reader.js';
import { DeliverRecommendationDto } from './delivery.dto.js';
import { DeliveredView, TransmittalView } from './recommendation.view.js';

/** How a recommendation gets to the chief. */
@ApiTags('review-board')
@Controller('api/v1/complaints/:complaintId/recommendations/:recommendationId')
export class DeliveryController {
  constructor(
    private readonly deliverRecommendation: DeliverRecommendation,
    private readonly transmittals: TransmittalReader,
  ) {}

  /** The paper to hand over, with its hash. */
  @Allow('recommendation.read')
  @Get('document')
  async document(
    @CurrentActor() actor: Actor,
    @Param('complaintId') complaintId: string,
    @Param('recommendationId', EXISTING_ID) recommendationId: string,
  ): Promise<TransmittalView> {
    return this.transmittals.show(actor, { complaintId, recommendationId });
  }

  /** Record that it was delivered: the clock of the answer starts on that day. A later record puts a former right. */
  @Allow('after-vote.record')
  @Post('deliveries')
  async deliver(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('recommendationId', EXISTING_ID) recommendationId: string,
    @Body() { deliveredAt, ...delivered }: DeliverRecommendationDto,
  ): Promise<DeliveredView> {
    const at = new Date(deliveredAt);
    return this.deliverRecommendation.run(actor, { complaintId, recommendationId }, { ...delivered, deliveredAt: at });
  }
}
