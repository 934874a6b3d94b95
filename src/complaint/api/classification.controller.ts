import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ClassifyComplaint } from '../actions/classify-complaint.js';
import { ClassifiedView } from './classification.view.js';
import { ClassifyComplaintDto } from './classify-complaint.dto.js';

/** How a case is worked. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId/classifications')
export class ClassificationController {
  constructor(private readonly classifyComplaint: ClassifyComplaint) {}

  /** Put the case into a class of its charter, or with a reason into another one. Its clocks follow. */
  @Allow('complaint.classify')
  @Post()
  async classify(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() classification: ClassifyComplaintDto,
  ): Promise<ClassifiedView> {
    return this.classifyComplaint.run(actor, complaintId, classification);
  }
}
