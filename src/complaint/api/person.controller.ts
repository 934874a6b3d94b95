import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { AddPerson } from '../actions/add-person.js';
import { EditPerson } from '../actions/edit-person.js';
import { EndPerson } from '../actions/end-person.js';
import { ReadPersonVersions } from '../actions/read-person-versions.js';
import { PersonAddedView } from './case-work.view.js';
import { AddPersonDto, EditPersonDto, EndPersonDto } from './person.dto.js';
import { PersonEditedView, PersonVersionsView } from './person.view.js';

/** The members of the public in a case. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/people')
export class PersonController {
  constructor(
    private readonly addPerson: AddPerson,
    private readonly editPerson: EditPerson,
    private readonly endPerson: EndPerson,
    private readonly readVersions: ReadPersonVersions,
  ) {}

  /** Add a member of the public: a victim, a witness, somebody's attorney. */
  @Allow('complaint.work')
  @Post()
  async add(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() person: AddPersonDto,
  ): Promise<PersonAddedView> {
    return this.addPerson.run(actor, complaintId, person);
  }

  /** Change what is noted of somebody. What was noted before is kept. */
  @Allow('complaint.work')
  @Patch(':personId')
  async edit(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('personId', EXISTING_ID) personId: string,
    @Body() edit: EditPersonDto,
  ): Promise<PersonEditedView> {
    return this.editPerson.run(actor, { complaintId, personId }, edit);
  }

  /** Somebody is no longer of the case, or never was; they stay in its record. */
  @Allow('complaint.work')
  @Post(':personId/ending')
  @HttpCode(204)
  async end(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('personId', EXISTING_ID) personId: string,
    @Body() { reason }: EndPersonDto,
  ): Promise<void> {
    await this.endPerson.run(actor, { complaintId, personId }, reason);
  }

  /** What was noted of somebody before, in clear; of who is shielded on a grant alone. The reading itself is recorded. */
  @Allow('complaint.read-identity')
  @Get(':personId/versions')
  async versions(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('personId', EXISTING_ID) personId: string,
  ): Promise<PersonVersionsView> {
    return this.readVersions.run(actor, { complaintId, personId });
  }
}
