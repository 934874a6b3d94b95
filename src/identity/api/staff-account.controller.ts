import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { ChangeRoles } from '../actions/change-roles.js';
import { DisableStaff } from '../actions/disable-staff.js';
import { RemoveSecondFactor } from '../actions/remove-second-factor.js';
import { Allow, CurrentActor, StepUp } from '../allow.js';
import { RolesDto } from './administration.dto.js';

/** What an administrator does about other people's accounts. Nobody does any of it to their own. */
@ApiTags('identity')
@Controller('api/v1/staff/:staffId')
export class StaffAccountController {
  constructor(
    private readonly changeRoles: ChangeRoles,
    private readonly disableStaff: DisableStaff,
    private readonly removeSecondFactor: RemoveSecondFactor,
  ) {}

  /** Say what a person may do from now on. */
  @Allow('staff.administer')
  @StepUp()
  @Put('roles')
  @HttpCode(204)
  async roles(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('staffId', EXISTING_ID) staffId: string,
    @Body() { roles }: RolesDto,
  ): Promise<void> {
    await this.changeRoles.run(actor, staffId, roles);
  }

  /** Close the account of somebody who has left. */
  @Allow('staff.administer')
  @StepUp()
  @Post('disablement')
  @HttpCode(204)
  async disable(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('staffId', EXISTING_ID) staffId: string,
  ): Promise<void> {
    await this.disableStaff.run(actor, staffId);
  }

  /** Take away a device that was lost: the person signs in with the password alone, and sets up another. */
  @Allow('staff.administer')
  @StepUp()
  @Delete('second-factor')
  @HttpCode(204)
  async secondFactor(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('staffId', EXISTING_ID) staffId: string,
  ): Promise<void> {
    await this.removeSecondFactor.run(actor, staffId);
  }
}
