import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AssignmentReader } from '../records/assignment.reader.js';
import { AssignmentsView } from './assignment.view.js';

/** Who has the case, and who had it. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/assignments')
export class AssignmentController {
  constructor(private readonly assignments: AssignmentReader) {}

  /** Every assignment and reassignment, oldest first, with the reasons in clear. */
  @Allow('complaint.read-assignments')
  @Get()
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<AssignmentsView> {
    return this.assignments.ofCase(actor, complaintId);
  }
}
