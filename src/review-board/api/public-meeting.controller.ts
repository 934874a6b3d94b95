import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { PublicMeetingReader } from '../records/public-meeting.reader.js';
import { meetingCalendar } from './meeting-calendar.js';
import { meetingFeed } from './meeting-feed.js';
import { PublicAgendaView, PublicMeetingsView, PublicMinutesView } from './public-meeting.view.js';

/** So many of the latest are in a calendar or a feed. */
const IN_A_FEED = 200;

/** Posted agendas and approved minutes, for programs; pages for people are under /meetings. */
@ApiTags('public meetings')
@Controller('api/v1/jurisdictions/:jurisdiction')
export class PublicMeetingController {
  constructor(private readonly meetings: PublicMeetingReader) {}

  /** Meetings whose agenda was posted, the latest first; the next page with `after`. */
  @Public()
  @Get('meetings')
  async list(@Param('jurisdiction') slug: string, @Query() page: PageDto): Promise<PublicMeetingsView> {
    return { items: await this.meetings.list(slug, page) };
  }

  /** The same as a calendar to subscribe to (RFC 5545). */
  @Public()
  @ApiProduces('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Get('meetings.ics')
  async calendar(@Param('jurisdiction') slug: string): Promise<string> {
    return meetingCalendar(`Meetings: ${slug}`, await this.meetings.list(slug, { limit: IN_A_FEED }));
  }

  /** The same as an Atom feed (RFC 4287). */
  @Public()
  @ApiProduces('application/atom+xml')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Get('meetings.atom')
  async feed(@Param('jurisdiction') slug: string): Promise<string> {
    return meetingFeed(slug, await this.meetings.list(slug, { limit: IN_A_FEED }));
  }

  /** A posted agenda with what was changed since, and what was reported out of closed sessions. */
  @Public()
  @Get('meetings/:meetingId')
  async agenda(
    @Param('jurisdiction') slug: string,
    @Param('meetingId', EXISTING_ID) meetingId: string,
  ): Promise<PublicAgendaView> {
    return this.meetings.show(slug, meetingId);
  }

  /** The meeting with its agenda, for a calendar (RFC 5545). */
  @Public()
  @ApiProduces('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Get('meetings/:meetingId/agenda.ics')
  async event(
    @Param('jurisdiction') slug: string,
    @Param('meetingId', EXISTING_ID) meetingId: string,
  ): Promise<string> {
    const meeting = await this.meetings.show(slug, meetingId);
    return meetingCalendar(meeting.board, [meeting]);
  }

  /** The minutes as a later meeting approved them; closed parts are withheld. */
  @Public()
  @Get('meetings/:meetingId/minutes')
  async minutes(
    @Param('jurisdiction') slug: string,
    @Param('meetingId', EXISTING_ID) meetingId: string,
  ): Promise<PublicMinutesView> {
    const { meeting, minutes } = await this.meetings.minutes(slug, meetingId);
    return { meeting, ...minutes };
  }
}
