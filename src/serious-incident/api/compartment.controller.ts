import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AddPrivilegedMaterial } from '../actions/add-privileged-material.js';
import { ReadPrivilegedMaterial } from '../actions/read-privileged-material.js';
import { PrivilegedMaterialDto } from './incident.dto.js';
import { IncidentMadeView, PrivilegedMaterialsView } from './incident.view.js';

/** The compartment of a review. Who is not of its team finds nothing here, whatever their role. */
@ApiTags('serious incident reviews')
@Controller('api/v1/incident-reviews/:incidentId/materials')
export class CompartmentController {
  constructor(
    private readonly addMaterial: AddPrivilegedMaterial,
    private readonly readMaterial: ReadPrivilegedMaterial,
  ) {}

  /** Put something before the team in confidence. */
  @Allow('incident-review.take-part')
  @Post()
  async add(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
    @Body() { topic = null, url = null, ...material }: PrivilegedMaterialDto,
  ): Promise<IncidentMadeView> {
    return this.addMaterial.run(actor, incidentId, { ...material, topic, url });
  }

  /** What is before the team; that you read it is recorded. */
  @Allow('incident-review.take-part')
  @Get()
  async read(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('incidentId', EXISTING_ID) incidentId: string,
  ): Promise<PrivilegedMaterialsView> {
    return { items: await this.readMaterial.run(actor, incidentId) };
  }
}
