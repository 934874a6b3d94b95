import { Controller, Get, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import type { Language } from '../../platform/html/language.js';
import { PageLanguage } from '../../platform/html/page-language.js';
import { ShowPage, type Shown } from '../../platform/html/show-page.js';
import { MyCaseDesk } from './my-case-desk.js';

/** For who holds a receipt: where their case stands. The receipt comes in the body of a form, never in an address. */
@ApiExcludeController()
@Controller('follow/:jurisdiction')
@UseInterceptors(ShowPage)
export class FollowController {
  constructor(private readonly desk: MyCaseDesk) {}

  /** Also where the address of a form leads that somebody goes back to, or keeps. */
  @Public()
  @Get(['', ':step'])
  async find(@Param('jurisdiction') slug: string, @PageLanguage() language: Language): Promise<Shown> {
    return this.desk.find(await this.desk.place(slug), language);
  }

  @Public()
  @Post()
  async show(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.desk.serve(slug, request, null, () => Promise.resolve(''));
  }
}
