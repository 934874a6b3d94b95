import { Controller, Get, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import type { Language } from '../../platform/html/language.js';
import { PageLanguage } from '../../platform/html/page-language.js';
import { ShowPage, type Shown } from '../../platform/html/show-page.js';
import { ComplaintDoor } from './complaint-door.js';

/** The complaint form. Nobody is asked who they are, nothing of their browser is kept, and no cookie is set. */
@ApiExcludeController()
@Controller()
@UseInterceptors(ShowPage)
export class ComplainController {
  constructor(private readonly door: ComplaintDoor) {}

  @Public()
  @Get('complain/:jurisdiction')
  async form(@Param('jurisdiction') slug: string, @PageLanguage() language: Language): Promise<Shown> {
    return this.door.open(slug, language);
  }

  @Public()
  @Post('complain/:jurisdiction')
  async file(@Param('jurisdiction') slug: string, @Req() request: FastifyRequest): Promise<Shown> {
    return this.door.take(slug, request);
  }
}
