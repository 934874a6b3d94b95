import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReadMessages } from '../actions/read-messages.js';
import { WriteMessage } from '../actions/write-message.js';
import { UnreadMessagesReader } from '../records/unread-messages.reader.js';
import { MessagePageDto, WriteMessageDto } from './message.dto.js';
import { dialogueView, DialogueView, MessageWrittenView, UnreadView } from './message.view.js';

/** The agency's side of the dialogue with who complains, whether or not it knows who that is. */
@ApiTags('complaint')
@Controller('api/v1')
export class DialogueController {
  constructor(
    private readonly writeMessage: WriteMessage,
    private readonly readMessages: ReadMessages,
    private readonly unread: UnreadMessagesReader,
  ) {}

  /** Ask or tell who complains something. They read it with their receipt. */
  @Allow('message.exchange')
  @Post('complaints/:complaintId/messages')
  async write(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() { text }: WriteMessageDto,
  ): Promise<MessageWrittenView> {
    return this.writeMessage.run(actor, complaintId, text);
  }

  /** The dialogue, oldest first. What was new to you counts as read, and that you read it is recorded. */
  @Allow('message.exchange')
  @Get('complaints/:complaintId/messages')
  async read(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Query() page: MessagePageDto,
  ): Promise<DialogueView> {
    return dialogueView(await this.readMessages.run(actor, complaintId, page));
  }

  /** The cases in which who complains has written what you have not read. Investigators are told of those assigned to them. */
  @Allow('message.list')
  @Get('unread-messages')
  async unreadOf(@CurrentActor() actor: ActorOf<'staff'>): Promise<UnreadView> {
    return { items: await this.unread.of(actor) };
  }
}
