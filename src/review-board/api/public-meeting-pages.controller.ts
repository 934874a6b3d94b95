import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { page } from '../../platform/html/page.js';
import { PublicMeetingReader } from '../records/public-meeting.reader.js';
import { meetingTitle } from '../rules/meeting-words.js';
import { agendaPage } from './agenda.page.js';
import { meetingsPage } from './meetings.page.js';
import { minutesPage } from './minutes.page.js';

const HTML = 'text/html; charset=utf-8';
const ON_A_PAGE = 100;

/** Agendas and minutes for people. */
@ApiExcludeController()
@Controller('meetings/:jurisdiction')
export class PublicMeetingPagesController {
  constructor(private readonly meetings: PublicMeetingReader) {}

  @Public()
  @Get()
  @Header('content-type', HTML)
  async list(@Param('jurisdiction') slug: string): Promise<string> {
    return page('Meetings', meetingsPage(slug, await this.meetings.list(slug, { limit: ON_A_PAGE })));
  }

  @Public()
  @Get(':meetingId')
  @Header('content-type', HTML)
  async agenda(
    @Param('jurisdiction') slug: string,
    @Param('meetingId', EXISTING_ID) meetingId: string,
  ): Promise<string> {
    const meeting = await this.meetings.show(slug, meetingId);
    return page(`Agenda. ${meetingTitle(meeting)}`, agendaPage(meeting));
  }

  @Public()
  @Get(':meetingId/minutes')
  @Header('content-type', HTML)
  async minutes(
    @Param('jurisdiction') slug: string,
    @Param('meetingId', EXISTING_ID) meetingId: string,
  ): Promise<string> {
    const { meeting, minutes } = await this.meetings.minutes(slug, meetingId);
    return page(`Minutes. ${meetingTitle(meeting)}`, minutesPage(meeting, minutes));
  }
}
