import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AddFile, receivedPart } from '../../evidence/index.js';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReadMessages } from '../actions/read-messages.js';
import { WriteMessage } from '../actions/write-message.js';
import { MessagePageDto, WriteMessageDto } from './message.dto.js';
import { MessageWrittenView, myDialogueView, MyDialogueView } from './message.view.js';
import { FileSentView, fileSentView } from './my-file.view.js';

const FORM_FIELDS = { title: { type: 'string' }, file: { type: 'string', format: 'binary' } };

/** For who holds a receipt: what the agency asks, what they answer, and the files that they send. */
@ApiTags('complaint')
@ApiParam({ name: 'jurisdiction', schema: { type: 'string' } })
@ApiHeader({ name: 'Redress-Receipt', required: true, description: 'The receipt code' })
@Controller('api/v1/jurisdictions/:jurisdiction/my-complaint')
export class MyDialogueController {
  constructor(
    private readonly readMessages: ReadMessages,
    private readonly writeMessage: WriteMessage,
    private readonly addFile: AddFile,
  ) {}

  /** The dialogue, oldest first. That you read it is recorded nowhere. */
  @Allow('complaint.follow')
  @Get('messages')
  async read(@CurrentActor() actor: ActorOf<'complainant'>, @Query() page: MessagePageDto): Promise<MyDialogueView> {
    return myDialogueView(await this.readMessages.run(actor, actor.complaintId, page));
  }

  /** Answer, or add what you remember. */
  @Allow('complaint.follow')
  @Post('messages')
  async write(
    @CurrentActor() actor: ActorOf<'complainant'>,
    @Body() { text }: WriteMessageDto,
  ): Promise<MessageWrittenView> {
    return this.writeMessage.run(actor, actor.complaintId, text);
  }

  /** Send a photo, a film or a document: `title` first, the part `file` last. Of an anonymous person's its name is not kept. */
  @Allow('complaint.follow')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['title', 'file'], properties: FORM_FIELDS } })
  @Post('files')
  async send(@CurrentActor() actor: ActorOf<'complainant'>, @Req() request: FastifyRequest): Promise<FileSentView> {
    return fileSentView(await this.addFile.run(actor, actor.complaintId, await receivedPart(request)));
  }
}
