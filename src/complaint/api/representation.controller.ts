import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { EndRepresentation } from '../actions/end-representation.js';
import { RepresentPerson } from '../actions/represent-person.js';
import { EndRepresentationDto, RepresentPersonDto } from './person.dto.js';
import { RepresentingView } from './person.view.js';

/** Who stands for whom. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/representations')
export class RepresentationController {
  constructor(
    private readonly representPerson: RepresentPerson,
    private readonly endRepresentation: EndRepresentation,
  ) {}

  /** Somebody of the case stands for a person or an officer of it, and may be given what this names. */
  @Allow('complaint.work')
  @Post()
  async begin(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() told: RepresentPersonDto,
  ): Promise<RepresentingView> {
    return this.representPerson.run(actor, complaintId, told);
  }

  /** It lasts until a day and no longer. */
  @Allow('complaint.work')
  @Post(':representationId/ending')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('representationId', EXISTING_ID) representationId: string,
    @Body() { until }: EndRepresentationDto,
  ): Promise<void> {
    await this.endRepresentation.run(actor, { complaintId, representationId }, until);
  }
}
