import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor, ActorOf } from '../../shared/actor.js';
import { AddAgendaItem } from '../actions/add-agenda-item.js';
import { AmendAgenda } from '../actions/amend-agenda.js';
import { PostAgenda } from '../actions/post-agenda.js';
import { AmendAgendaDto } from './amendment.dto.js';
import { amendmentOf } from './amendment.js';
import { AmendmentMadeView } from './amendment.view.js';
import { AddAgendaItemDto } from './meeting.dto.js';
import { AgendaItemAddedView } from './meeting.view.js';

/** What a meeting will take up, and telling the public in time. */
@ApiTags('review-board')
@Controller('api/v1/meetings/:meetingId/agenda')
export class AgendaController {
  constructor(
    private readonly addAgendaItem: AddAgendaItem,
    private readonly postAgenda: PostAgenda,
    private readonly amendAgenda: AmendAgenda,
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

  /** Post the agenda, in time for the charter's notice: it is public from then on. */
  @Allow('meeting.schedule')
  @Post('posting')
  @HttpCode(204)
  async post(@CurrentActor() actor: Actor, @Param('meetingId', EXISTING_ID) meetingId: string): Promise<void> {
    await this.postAgenda.run(actor, meetingId);
  }

  /** Change a posted agenda: in public, and after the notice deadline on a ground of the charter alone. */
  @Allow('meeting.schedule')
  @Post('amendments')
  async amend(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('meetingId', EXISTING_ID) meetingId: string,
    @Body() amendment: AmendAgendaDto,
  ): Promise<AmendmentMadeView> {
    return this.amendAgenda.run(actor, meetingId, amendmentOf(amendment));
  }
}
