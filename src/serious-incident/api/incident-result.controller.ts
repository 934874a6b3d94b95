import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { EndReview } from '../actions/end-review.js';
import { RecommendFromReview } from '../actions/recommend-from-review.js';
import { RecordIncidentFinding } from '../actions/record-incident-finding.js';
import { IncidentFindingDto, IncidentRecommendationDto } from './incident.dto.js';
import { IncidentMadeView, IncidentRecommendedView } from './incident.view.js';

/** What a team makes of an incident: findings, recommendations, an end. By its members alone. */
@ApiTags('serious incident reviews')
@Controller('api/v1/incident-reviews/:incidentId')
export class IncidentResultController {
  constructor(
    private readonly recordFinding: RecordIncidentFinding,
    private readonly recommendFrom: RecommendFromReview,
    private readonly endReview: EndReview,
  ) {}

  /** Record what the team found on a topic; a later one supersedes. */
  @Allow('incident-review.take-part')
  @Post('findings')
  async find(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
    @Body() finding: IncidentFindingDto,
  ): Promise<IncidentMadeView> {
    return this.recordFinding.run(actor, incidentId, finding);
  }

  /** Recommend something; it goes into the tracker of policy recommendations. */
  @Allow('incident-review.take-part')
  @Post('recommendations')
  async recommend(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
    @Body() recommended: IncidentRecommendationDto,
  ): Promise<IncidentRecommendedView> {
    return this.recommendFrom.run(actor, incidentId, recommended);
  }

  /** Conclude: there is a finding on every topic, and others read them from now on. */
  @Allow('incident-review.take-part')
  @Post('conclusion')
  @HttpCode(204)
  async conclude(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
  ): Promise<void> {
    await this.endReview.conclude(actor, incidentId);
  }
}
