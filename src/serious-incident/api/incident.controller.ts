import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ConveneReview } from '../actions/convene-review.js';
import { EndReview } from '../actions/end-review.js';
import { IncidentReader } from '../records/incident.reader.js';
import { ConveneReviewDto } from './incident.dto.js';
import { IncidentMadeView, IncidentsView, IncidentView } from './incident.view.js';

/** Reviews of serious incidents, seen from outside of their compartments. */
@ApiTags('serious incident reviews')
@Controller('api/v1/incident-reviews')
export class IncidentController {
  constructor(
    private readonly conveneReview: ConveneReview,
    private readonly endReview: EndReview,
    private readonly incidents: IncidentReader,
  ) {}

  /** Convene a team of the charter's roles with an agenda. */
  @Allow('incident-review.convene')
  @Post()
  async convene(@CurrentActor() actor: ActorOf<'staff'>, @Body() review: ConveneReviewDto): Promise<IncidentMadeView> {
    return this.conveneReview.run(actor, review);
  }

  /** All reviews, the latest first. */
  @Allow('incident-review.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() page: PageDto): Promise<IncidentsView> {
    return { items: await this.incidents.list(actor, page) };
  }

  /** One with its team and agenda; its findings once it is concluded. Nothing of what is privileged. */
  @Allow('incident-review.read')
  @Get(':incidentId')
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
  ): Promise<IncidentView> {
    return this.incidents.show(actor, incidentId);
  }

  /** Dissolve the team without a result. */
  @Allow('incident-review.convene')
  @Post(':incidentId/dissolution')
  @HttpCode(204)
  async dissolve(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
  ): Promise<void> {
    await this.endReview.dissolve(actor, incidentId);
  }
}
