import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { ReadBy } from '../../../platform/html/read-by.decorator.js';
import type { Reader } from '../../../platform/html/reader.js';
import { OpenToAll } from '../../published/open-to-all.interceptor.js';
import { sendPage } from '../facts/send-page.js';
import { DatasetPages } from './dataset-pages.js';

/** A dataset for people. */
@ApiExcludeController()
@UseInterceptors(OpenToAll)
@Controller('datasets/:jurisdiction/:dataset')
export class DatasetPageController {
  constructor(private readonly pages: DatasetPages) {}

  @Public()
  @Get()
  async show(
    @Param() name: { jurisdiction: string; dataset: string },
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return sendPage(request, reply, await this.pages.show(name, reader));
  }
}
