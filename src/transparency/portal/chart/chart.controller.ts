import { Controller, Get, Param, Query, Req, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { ReadBy } from '../../../platform/html/read-by.decorator.js';
import type { Reader } from '../../../platform/html/reader.js';
import { cachedAnswer, etagOf } from '../../published/cached-answer.js';
import { OpenToAll } from '../../published/open-to-all.interceptor.js';
import type { Given } from '../facts/filters.js';
import { sendPage } from '../facts/send-page.js';
import { ChartPages, type DatasetName } from './chart-pages.js';
import { chartCsv } from './chart-table.js';
import { embedPage } from './embed.page.js';

/** The chart builder, and each chart as a file and as a frame for other people's pages. */
@ApiExcludeController()
@UseInterceptors(OpenToAll)
@Controller()
export class ChartController {
  constructor(private readonly pages: ChartPages) {}

  @Public()
  @Get('datasets/:jurisdiction/:dataset/chart')
  async builder(
    @Param() name: DatasetName,
    @Query() given: Given,
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return sendPage(request, reply, await this.pages.builder(name, given, reader));
  }

  @Public()
  @Get('datasets/:jurisdiction/:dataset/chart.csv')
  async csv(
    @Param() name: DatasetName,
    @Query() given: Given,
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const body = chartCsv(await this.pages.chart(name, given, reader));
    return keep(request, reply, body, 'text/csv; charset=utf-8');
  }

  @Public()
  @Get('datasets/:jurisdiction/:dataset/chart.svg')
  async svg(
    @Param() name: DatasetName,
    @Query() given: Given,
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const body = await this.pages.pictures.alone(await this.pages.chart(name, given, reader));
    return keep(request, reply, body, 'image/svg+xml; charset=utf-8');
  }

  @Public()
  @Get('datasets/:jurisdiction/:dataset/chart.png')
  async png(
    @Param() name: DatasetName,
    @Query() given: Given,
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const svg = await this.pages.pictures.alone(await this.pages.chart(name, given, reader));
    const kept = { etag: etagOf('png', svg), type: 'image/png', immutable: false };
    return cachedAnswer(request, reply, kept, async () => {
      const content = await this.pages.pictures.png(svg);
      return new StreamableFile(content, { type: kept.type, length: content.length });
    });
  }

  /** The one page of ours that stands in others' pages: its policy alone lets it be framed. */
  @Public()
  @Get('embed/:jurisdiction/:dataset')
  async embed(
    @Param() name: DatasetName,
    @Query() given: Given,
    @ReadBy() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const chart = await this.pages.chart(name, given, reader);
    letBeFramed(reply);
    const body = embedPage(chart, await this.pages.pictures.onPage(chart), reader);
    return sendPage(request, reply, { body, status: 200 });
  }
}

function keep(request: FastifyRequest, reply: FastifyReply, body: string, type: string): Promise<string | undefined> {
  return cachedAnswer(request, reply, { etag: etagOf(body), type, immutable: false }, () => Promise.resolve(body));
}

function letBeFramed(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'));
  void reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
  void reply.removeHeader('x-frame-options');
}
