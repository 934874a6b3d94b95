import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { PageDto } from '../../platform/http/page.dto.js';
import type { ActorOf } from '../../shared/actor.js';
import { OpenCaseOnReport } from '../actions/open-case-on-report.js';
import { PutReportOnAgenda } from '../actions/put-report-on-agenda.js';
import { ReferralReader } from '../records/referral.reader.js';
import { AgendaPlaceDto, CaseOnReportDto } from './referral.dto.js';
import { CaseOpenedView, ReferralPageView, ReportOnAgendaView } from './referral.view.js';

/** What becomes of reports that a reviewer referred. */
@ApiTags('force-referral')
@Controller('api/v1/use-of-force-referrals')
export class ReferralController {
  constructor(
    private readonly referrals: ReferralReader,
    private readonly openCaseOnReport: OpenCaseOnReport,
    private readonly putReportOnAgenda: PutReportOnAgenda,
  ) {}

  /** Referrals that nobody took up yet, the oldest first. */
  @Allow('force-referral.read')
  @Get()
  async open(@CurrentActor() actor: ActorOf<'staff'>, @Query() page: PageDto): Promise<ReferralPageView> {
    return this.referrals.open(actor, page);
  }

  /** Open a case of the agency's own on the report; the two are linked both ways. */
  @Allow('force-referral.open-case')
  @Post(':referralId/complaint')
  async openCase(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('referralId', EXISTING_ID) referralId: string,
    @Body() wanted: CaseOnReportDto,
  ): Promise<CaseOpenedView> {
    return this.openCaseOnReport.run(actor, referralId, wanted);
  }

  /** Put the report on the agenda of a meeting of the board. */
  @Allow('meeting.schedule')
  @Post(':referralId/agenda-item')
  async onAgenda(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('referralId', EXISTING_ID) referralId: string,
    @Body() place: AgendaPlaceDto,
  ): Promise<ReportOnAgendaView> {
    return this.putReportOnAgenda.run(actor, referralId, place);
  }
}
