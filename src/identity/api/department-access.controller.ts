import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { RegisterClient } from '../actions/register-client.js';
import { RevokeAccess } from '../actions/revoke-access.js';
import { Allow, CurrentActor, StepUp } from '../allow.js';
import { DepartmentAccessReader } from '../records/department-access.reader.js';
import { NewClientDto } from './department-access.dto.js';
import { DepartmentAccessView, NewClientView } from './department-access.view.js';

/** What a department's programs sign in with: two live keys and two live clients at most, so that one is changed without a gap. */
@ApiTags('identity')
@Controller('api/v1/departments/:departmentId')
export class DepartmentAccessController {
  constructor(
    private readonly registerClient: RegisterClient,
    private readonly revokeAccess: RevokeAccess,
    private readonly access: DepartmentAccessReader,
  ) {}

  /** Which keys and clients there are, and until when. */
  @Allow('department.issue-key')
  @Get('access')
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('departmentId', EXISTING_ID) departmentId: string,
  ): Promise<DepartmentAccessView> {
    return this.access.of(actor, departmentId);
  }

  /** Register an OAuth 2 client by its public key. 409 `keys-enough` when two live already. */
  @Allow('department.issue-key')
  @StepUp()
  @Post('clients')
  async client(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('departmentId', EXISTING_ID) departmentId: string,
    @Body() client: NewClientDto,
  ): Promise<NewClientView> {
    return this.registerClient.run(actor, departmentId, client);
  }

  /** End a client: its tokens open nothing from now on. */
  @Allow('department.issue-key')
  @StepUp()
  @Post('clients/:clientId/revocation')
  @HttpCode(204)
  async endClient(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('departmentId', EXISTING_ID) departmentId: string,
    @Param('clientId', EXISTING_ID) id: string,
  ): Promise<void> {
    await this.revokeAccess.run(actor, { kind: 'client', departmentId, id });
  }

  /** End a key: it opens nothing from now on. */
  @Allow('department.issue-key')
  @StepUp()
  @Post('keys/:keyId/revocation')
  @HttpCode(204)
  async endKey(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('departmentId', EXISTING_ID) departmentId: string,
    @Param('keyId', EXISTING_ID) id: string,
  ): Promise<void> {
    await this.revokeAccess.run(actor, { kind: 'key', departmentId, id });
  }
}
