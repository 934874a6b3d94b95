import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { IssueDepartmentKey } from '../actions/issue-department-key.js';
import { NoteFormerDepartment } from '../actions/note-former-department.js';
import { RegisterDepartment } from '../actions/register-department.js';
import { RegisterStaff } from '../actions/register-staff.js';
import { Allow, CurrentActor, StepUp } from '../allow.js';
import { FormerDepartmentDto, NewDepartmentDto, NewDepartmentKeyDto, NewStaffDto } from './administration.dto.js';
import { DepartmentKeyView, RegisteredView } from './administration.view.js';

/** Letting people and departments in. */
@ApiTags('identity')
@Controller('api/v1')
export class AdministrationController {
  constructor(
    private readonly registerStaff: RegisterStaff,
    private readonly registerDepartment: RegisterDepartment,
    private readonly issueDepartmentKey: IssueDepartmentKey,
    private readonly noteFormerDepartment: NoteFormerDepartment,
  ) {}

  /** Let a person sign in. */
  @Allow('staff.register')
  @StepUp()
  @Post('staff')
  async staff(@CurrentActor() actor: ActorOf<'staff'>, @Body() person: NewStaffDto): Promise<RegisteredView> {
    return this.registerStaff.run(actor, person);
  }

  /** Note that somebody of the staff served in a department before: its cases are not given to them unseen. */
  @Allow('staff.register')
  @Post('staff/:staffId/former-departments')
  @HttpCode(204)
  async formerDepartment(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('staffId', EXISTING_ID) staffId: string,
    @Body() { departmentId, until }: FormerDepartmentDto,
  ): Promise<void> {
    await this.noteFormerDepartment.run(actor, { staffId, departmentId, until });
  }

  /** Register a police department. */
  @Allow('department.register')
  @Post('departments')
  async department(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Body() department: NewDepartmentDto,
  ): Promise<RegisteredView> {
    return this.registerDepartment.run(actor, department);
  }

  /** Give a department a key for its records system. The key is told once. */
  @Allow('department.issue-key')
  @StepUp()
  @Post('departments/:departmentId/keys')
  async departmentKey(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('departmentId', EXISTING_ID) departmentId: string,
    @Body() { label, scopes }: NewDepartmentKeyDto,
  ): Promise<DepartmentKeyView> {
    return this.issueDepartmentKey.run(actor, departmentId, label, scopes);
  }
}
