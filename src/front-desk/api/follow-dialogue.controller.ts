import { Controller, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { WriteMessage, WriteMessageDto } from '../../complaint/index.js';
import { AddFile } from '../../evidence/index.js';
import { Public } from '../../identity/index.js';
import { ShowPage, type Shown } from '../../platform/html/show-page.js';
import { checkedForm } from '../forms/form-faults.js';
import { FileSentDto } from '../forms/file-sent.dto.js';
import { theFile } from '../forms/the-file.js';
import { followTexts } from '../texts/follow.texts.js';
import { MyCaseDesk } from './my-case-desk.js';

/** What who holds the receipt tells the agency, and sends it. */
@ApiExcludeController()
@Controller('follow/:jurisdiction')
@UseInterceptors(ShowPage)
export class FollowDialogueController {
  constructor(
    private readonly desk: MyCaseDesk,
    private readonly writeMessage: WriteMessage,
    private readonly addFile: AddFile,
  ) {}

  @Public()
  @Post('answer')
  async answer(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, 'answer', async (holder, { fields }, language) => {
      const { text } = await checkedForm(WriteMessageDto, { text: fields.one('text') });
      await this.writeMessage.run(holder, holder.complaintId, text);
      return followTexts[language].doneAnswer;
    });
  }

  @Public()
  @Post('file')
  async file(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, 'file', async (holder, { fields, files }, language) => {
      const { title } = await checkedForm(FileSentDto, { title: fields.one('title').trim() });
      const sent = { title, original: false, ...(await theFile(files)) };
      const { sha256 } = await this.addFile.run(holder, holder.complaintId, sent);
      return followTexts[language].doneFile.replace('{hash}', sha256);
    });
  }
}
