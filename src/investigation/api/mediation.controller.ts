import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AnswerMediation } from '../actions/answer-mediation.js';
import { ListMediations } from '../actions/list-mediations.js';
import { NameMediator } from '../actions/name-mediator.js';
import { OfferMediation } from '../actions/offer-mediation.js';
import { AnswerMediationDto, NameMediatorDto, OfferMediationDto } from './mediation.dto.js';
import { MediationOfferedView, MediationsView } from './mediation.view.js';

/** How a mediation comes about. */
@ApiTags('mediation')
@Controller('api/v1/complaints/:complaintId/mediations')
export class MediationController {
  constructor(
    private readonly listMediations: ListMediations,
    private readonly offerMediation: OfferMediation,
    private readonly answerMediation: AnswerMediation,
    private readonly nameMediator: NameMediator,
  ) {}

  /** That there is mediation, and how it stands: outcome and dates, nothing of what is said. */
  @Allow('mediation.read')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<MediationsView> {
    return { items: await this.listMediations.run(actor, complaintId) };
  }

  /** Offer it to complainant and officer, when no ground of the charter speaks against it. */
  @Allow('mediation.offer')
  @Post()
  async offer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() offer: OfferMediationDto,
  ): Promise<MediationOfferedView> {
    return this.offerMediation.run(actor, complaintId, offer);
  }

  /** Record the answer of one of the two. */
  @Allow('mediation.offer')
  @Post(':mediationId/answers')
  @HttpCode(204)
  async answer(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('mediationId', EXISTING_ID) mediationId: string,
    @Body() answer: AnswerMediationDto,
  ): Promise<void> {
    await this.answerMediation.run(actor, complaintId, mediationId, answer);
  }

  /** Name the mediator, once both have agreed. */
  @Allow('mediation.offer')
  @Post(':mediationId/mediator')
  @HttpCode(204)
  async mediator(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('mediationId', EXISTING_ID) mediationId: string,
    @Body() mediator: NameMediatorDto,
  ): Promise<void> {
    await this.nameMediator.run(actor, complaintId, mediationId, mediator);
  }
}
