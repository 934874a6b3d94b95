import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { CloseAudit } from '../actions/close-audit.js';
import { RecordDepartmentResponse } from '../actions/record-department-response.js';
import { RedrawSample } from '../actions/redraw-sample.js';
import { SendAuditReport } from '../actions/send-audit-report.js';
import { DepartmentResponseDto } from './audit.dto.js';
import { AuditDrawView, AuditSentView, DepartmentRespondedView } from './audit.view.js';

/** How an audit is checked and how it ends: the draw, the report, the department's response, the closing. */
@ApiTags('audits of internal affairs')
@Controller('api/v1/affairs-audits/:auditId')
export class AuditEndController {
  constructor(
    private readonly redrawSample: RedrawSample,
    private readonly sendReport: SendAuditReport,
    private readonly recordResponse: RecordDepartmentResponse,
    private readonly closeAudit: CloseAudit,
  ) {}

  /** The draw with its seed and pool, drawn again. */
  @Allow('affairs-audit.read')
  @Get('draw')
  async draw(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('auditId', EXISTING_ID) auditId: string,
  ): Promise<AuditDrawView> {
    return this.redrawSample.run(actor, auditId);
  }

  /** Send the result to the department, once every drawn file was reviewed. */
  @Allow('affairs-audit.plan')
  @Post('report')
  async send(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('auditId', EXISTING_ID) auditId: string,
  ): Promise<AuditSentView> {
    return this.sendReport.run(actor, auditId);
  }

  /** Record what the department says to a request for more work, or to the audit. */
  @Allow('affairs-audit.record-response')
  @Post('responses')
  async respond(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('auditId', EXISTING_ID) auditId: string,
    @Body() said: DepartmentResponseDto,
  ): Promise<DepartmentRespondedView> {
    return this.recordResponse.run(actor, auditId, said);
  }

  /** Close it: the department has answered, or its time is over. */
  @Allow('affairs-audit.plan')
  @Post('closing')
  @HttpCode(204)
  async close(@CurrentActor() actor: ActorOf<'staff'>, @Param('auditId', EXISTING_ID) auditId: string): Promise<void> {
    await this.closeAudit.run(actor, auditId);
  }
}
