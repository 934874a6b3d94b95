import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { JudgeReport } from '../actions/judge-report.js';
import { ValidateReport } from '../actions/validate-report.js';
import { ProgrammeAnswersView, ValidationView } from './programme.view.js';
import { ReportDto } from './report.dto.js';

/** One report held to every programme that binds its department. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports')
export class ProgrammeController {
  constructor(
    private readonly judgeReport: JudgeReport,
    private readonly validateReport: ValidateReport,
  ) {}

  /** What a report would be answered with if you sent it in. Nothing of it is kept. */
  @Allow('use-of-force.submit')
  @ApiBody({ type: ReportDto })
  @Post('validate')
  @HttpCode(200)
  async validate(@CurrentActor() actor: ActorOf<'department'>, @Body() sent: unknown): Promise<ValidationView> {
    return this.validateReport.run(actor, sent);
  }

  /** For each programme: is your report complete, what is missing, or why is it not reportable. */
  @Allow('use-of-force.read-own')
  @Get('mine/:reportId/programmes')
  async ofMine(
    @CurrentActor() actor: ActorOf<'department'>,
    @Param('reportId', EXISTING_ID) id: string,
  ): Promise<ProgrammeAnswersView> {
    return { programmes: await this.judgeReport.run(actor, id, actor.departmentId) };
  }

  /** For each programme that binds the department: is the report complete, what is missing, or why is it not reportable. */
  @Allow('use-of-force.read')
  @Get(':reportId/programmes')
  async ofAny(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('reportId', EXISTING_ID) id: string,
  ): Promise<ProgrammeAnswersView> {
    return { programmes: await this.judgeReport.run(actor, id) };
  }
}
