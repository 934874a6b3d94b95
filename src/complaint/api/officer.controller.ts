import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { RegisterOfficer } from '../actions/register-officer.js';
import { OfficerReader } from '../records/officer.reader.js';
import { ListOfficersDto, RegisterOfficerDto } from './officer.dto.js';
import { OfficerPageView, OfficerRegisteredView } from './officer.view.js';

/** The register of officers. */
@ApiTags('complaint')
@Controller('api/v1/officers')
export class OfficerController {
  constructor(
    private readonly registerOfficer: RegisterOfficer,
    private readonly officers: OfficerReader,
  ) {}

  /** Register an officer of a department. */
  @Allow('officer.register')
  @Post()
  async register(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Body() officer: RegisterOfficerDto,
  ): Promise<OfficerRegisteredView> {
    return this.registerOfficer.run(actor, officer);
  }

  /** The officers, by department or badge number. */
  @Allow('officer.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() query: ListOfficersDto): Promise<OfficerPageView> {
    return this.officers.page(actor, query);
  }
}
