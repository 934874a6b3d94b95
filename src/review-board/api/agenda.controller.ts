import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { AddAgendaItem } from '../actions/add-agenda-item.js';
import { PostAgenda } from '../actions/post-agenda.js';
import { AddAgendaItemDto } from './meeting.dto.js';
import { AgendaItemAddedView } from './meeting.view.js';

/** What a meeting will take up, and telling the public in time. */
@ApiTags('review-board')
@Controller('api/v1/meetings/:meetingId/agenda')
export class AgendaController {
  constructor(
    private readonly addAgendaItem: AddAgendaItem,
    private readonly postAgenda: PostAgenda,
  ) {}

  /** Add an item, open or closed; closed ones name their ground in law. */
  @Allow('meeting.schedule')
  @Post('items')
  async add(
    @CurrentActor() actor: Actor,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() item: AddAgendaItemDto,
  ): Promise<AgendaItemAddedView> {
    return this.addAgendaItem.run(actor, meetingId, item);
  }

  /** Post the agenda: in time for the charter's notice, and then for good. */
  @Allow('meeting.schedule')
  @Post('posting')
  @HttpCode(204)
  async post(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<void> {
    await this.postAgenda.run(actor, meetingId);
  }
}
