import { Controller, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReplaceReceipt, RevealIdentity, RevealIdentityDto } from '../../complaint/index.js';
import { Public } from '../../identity/index.js';
import { page } from '../../platform/html/page.js';
import { ShowPage, type Shown } from '../../platform/html/show-page.js';
import { checkedForm } from '../forms/form-faults.js';
import { receiptPage } from '../pages/receipt.page.js';
import { SCRIPT_ADDRESS } from '../pages/script.js';
import { followTexts } from '../texts/follow.texts.js';
import { receiptTexts } from '../texts/receipt.texts.js';
import { MyCaseDesk } from './my-case-desk.js';

/** Who may know the person, and which code opens their case. */
@ApiExcludeController()
@Controller('follow/:jurisdiction')
@UseInterceptors(ShowPage)
export class FollowReceiptController {
  constructor(
    private readonly desk: MyCaseDesk,
    private readonly revealIdentity: RevealIdentity,
    private readonly replaceReceipt: ReplaceReceipt,
  ) {}

  @Public()
  @Post('identity')
  async identity(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, 'identity', async (holder, { fields }, language) => {
      const said = { name: fields.said('name'), contact: fields.said('contact'), privacy: fields.said('privacy') };
      await this.revealIdentity.run(holder, await checkedForm(RevealIdentityDto, said));
      return followTexts[language].doneIdentity;
    });
  }

  @Public()
  @Post('receipt')
  async receipt(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, 'receipt', async (holder, _form, language) => {
      const { receiptCode } = await this.replaceReceipt.run(holder);
      const body = receiptPage({ host: request.host, slug, language, receiptCode, caseNumber: null, files: [] });
      const { newTitle, foot } = receiptTexts[language];
      return { status: 200, html: page(newTitle, body, { language, script: SCRIPT_ADDRESS, foot }) };
    });
  }
}
