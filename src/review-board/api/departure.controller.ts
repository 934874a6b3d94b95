import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor } from '../../shared/actor.js';
import { MatrixDepartureReader } from '../records/matrix-departure.reader.js';
import { DepartureView } from './departure.view.js';

/** Where recommended discipline is not what the charter's matrix has. */
@ApiTags('review-board')
@Controller('api/v1/complaints/:complaintId/recommendations/:recommendationId/departure')
export class DepartureController {
  constructor(private readonly departures: MatrixDepartureReader) {}

  /** Why a recommendation departs from the charter's matrix; 404 when it does not. */
  @Allow('recommendation.read')
  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('complaintId', EXISTING_ID) complaintId: string,
    @Param('recommendationId', EXISTING_ID) recommendationId: string,
  ): Promise<DepartureView> {
    return this.departures.show(actor, { complaintId, recommendationId });
  }
}
