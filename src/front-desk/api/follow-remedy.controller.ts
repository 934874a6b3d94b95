import { Controller, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AskReconsideration, AskReconsiderationDto } from '../../after-vote/index.js';
import { AppealDecline, AppealDeclineDto, WithdrawComplaint } from '../../complaint/index.js';
import { Public } from '../../identity/index.js';
import { ShowPage, type Shown } from '../../platform/html/show-page.js';
import { checkedForm } from '../forms/form-faults.js';
import { refuseUnsure } from '../forms/refuse-unsure.js';
import { followTexts } from '../texts/follow.texts.js';
import { MyCaseDesk } from './my-case-desk.js';

/** What the charter lets who complained do about their case, by the same actions as the API's. */
@ApiExcludeController()
@Controller('follow/:jurisdiction')
@UseInterceptors(ShowPage)
export class FollowRemedyController {
  constructor(
    private readonly desk: MyCaseDesk,
    private readonly appealDecline: AppealDecline,
    private readonly askReconsideration: AskReconsideration,
    private readonly withdrawComplaint: WithdrawComplaint,
  ) {}

  @Public()
  @Post('appeal')
  async appeal(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, 'appeal', async (holder, { fields }, language) => {
      const { grounds } = await checkedForm(AppealDeclineDto, { grounds: fields.said('grounds') });
      await this.appealDecline.run(holder, holder.complaintId, grounds);
      return followTexts[language].doneAppeal;
    });
  }

  @Public()
  @Post('reconsideration')
  async reconsideration(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, 'reconsideration', async (holder, { fields }, language) => {
      const said = { ground: fields.said('ground'), grounds: fields.said('grounds') };
      const { ground, grounds } = await checkedForm(AskReconsiderationDto, said);
      await this.askReconsideration.run(holder, holder.complaintId, { ground, grounds, askedBy: 'complainant' });
      return followTexts[language].doneReconsider;
    });
  }

  @Public()
  @Post('withdrawal')
  async withdraw(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, 'withdrawal', async (holder, { fields }, language) => {
      refuseUnsure(fields);
      await this.withdrawComplaint.run(holder);
      return followTexts[language].doneWithdraw;
    });
  }
}
