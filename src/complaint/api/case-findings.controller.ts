import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { DraftFindings } from '../actions/draft-findings.js';
import { RecordFinding } from '../actions/record-finding.js';
import { RecordFindingDto } from './case-findings.dto.js';
import { FindingRecordedView } from './case-findings.view.js';

/** What the agency's own staff find. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class CaseFindingsController {
  constructor(
    private readonly recordFinding: RecordFinding,
    private readonly draftFindings: DraftFindings,
  ) {}

  /** Record a finding on an allegation; one that stands there already is superseded and kept. */
  @Allow('complaint.record-finding')
  @Post('findings')
  async finding(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() finding: RecordFindingDto,
  ): Promise<FindingRecordedView> {
    return this.recordFinding.run(actor, complaintId, finding);
  }

  /** The investigation is done: hand its findings to the supervisor. */
  @Allow('complaint.work')
  @Post('draft-findings')
  @HttpCode(204)
  async draft(@CurrentActor() actor: ActorOf<'staff'>, @Param('complaintId') complaintId: string): Promise<void> {
    await this.draftFindings.run(actor, complaintId);
  }
}
