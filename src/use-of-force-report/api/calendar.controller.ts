import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { Actor, ActorOf } from '../../shared/actor.js';
import { AssignOri } from '../actions/assign-ori.js';
import { ReadCalendar } from '../actions/read-calendar.js';
import { ReadNotices } from '../actions/read-notices.js';
import { AssignOriDto, CalendarDto } from './calendar.dto.js';
import { CalendarView, NoticePageView, ReportingOriView } from './calendar.view.js';
import { PageDto } from './list-reports.dto.js';

type Department = ActorOf<'department'>;

/** What is reported for whom, and what is missing. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports')
export class CalendarController {
  constructor(
    private readonly readCalendar: ReadCalendar,
    private readonly readNotices: ReadNotices,
    private readonly assignOri: AssignOri,
  ) {}

  /** What was reported and what is missing, per ORI and month of a year. A department sees those that it reports for. */
  @Allow('use-of-force.read-calendar')
  @Get('calendar')
  async calendar(@CurrentActor() actor: Actor, @Query() wanted: CalendarDto): Promise<CalendarView> {
    return { reporters: await this.readCalendar.run(actor, wanted) };
  }

  /** Your inbox: what you are reminded of, the newest first. */
  @Allow('use-of-force.read-notices')
  @Get('inbox')
  async inbox(@CurrentActor() actor: Department, @Query() page: PageDto): Promise<NoticePageView> {
    return this.readNotices.list(actor, page);
  }

  /** Mark a notice as read. */
  @Allow('use-of-force.read-notices')
  @Post('inbox/:noticeId/read')
  @HttpCode(204)
  async read(@CurrentActor() actor: Department, @Param('noticeId', EXISTING_ID) id: string): Promise<void> {
    await this.readNotices.read(actor, id);
  }

  /** Say whose an ORI is and who reports for it. */
  @Allow('use-of-force.assign-ori')
  @Put('oris/:ori')
  async ori(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('ori') ori: string,
    @Body() { departmentId, reportedBy = departmentId, since, until }: AssignOriDto,
  ): Promise<ReportingOriView> {
    return this.assignOri.run(actor, ori, { departmentId, reportedBy, since, until: until ?? null });
  }
}
