import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { ReadBy } from '../../../platform/html/read-by.decorator.js';
import type { Reader } from '../../../platform/html/reader.js';
import { sendPage } from '../facts/send-page.js';
import { HomePages } from './home-pages.js';

/** The public's way in. */
@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(private readonly pages: HomePages) {}

  @Public()
  @Get()
  async home(
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return sendPage(request, reply, await this.pages.show(reader));
  }
}
