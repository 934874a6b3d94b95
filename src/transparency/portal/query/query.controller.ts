import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { ReadBy } from '../../../platform/html/read-by.decorator.js';
import type { Reader } from '../../../platform/html/reader.js';
import { OpenToAll } from '../../published/open-to-all.interceptor.js';
import type { Given } from '../facts/filters.js';
import { sendPage } from '../facts/send-page.js';
import { QueryPages } from './query-pages.js';

/** The query builder: a plain form that works without JavaScript, and shows the address that programs use. */
@ApiExcludeController()
@UseInterceptors(OpenToAll)
@Controller('datasets/:jurisdiction/:dataset/query')
export class QueryController {
  constructor(private readonly pages: QueryPages) {}

  @Public()
  @Get()
  async builder(
    @Param() name: { jurisdiction: string; dataset: string },
    @Query() given: Given,
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return sendPage(request, reply, await this.pages.builder(name, given, reader));
  }
}
