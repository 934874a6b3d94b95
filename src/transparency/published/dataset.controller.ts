import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { cachedAnswer, etagOf } from './cached-answer.js';
import { DatasetListView, DatasetView } from './dataset.view.js';
import { OpenToAll } from './open-to-all.interceptor.js';
import { ReleaseCatalogue } from './release-catalogue.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What is published, for everybody, without asking who they are. */
@ApiTags('datasets')
@UseInterceptors(OpenToAll)
@Controller('api/v1/datasets')
export class DatasetController {
  constructor(private readonly catalogue: ReleaseCatalogue) {}

  /** Every published dataset, with what one row is and its newest release. */
  @Public()
  @ApiOkResponse({ type: DatasetListView })
  @Get()
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const body = `{"datasets":${await this.catalogue.list()}}`;
    return cachedAnswer(request, reply, { etag: etagOf(body), type: JSON_TYPE, immutable: false }, () =>
      Promise.resolve(body),
    );
  }

  /** A dataset: what one row is, its columns, and every release with its checksum. */
  @Public()
  @ApiOkResponse({ type: DatasetView })
  @Get(':jurisdiction/:dataset')
  async show(
    @Param('jurisdiction') jurisdiction: string,
    @Param('dataset') dataset: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const body = await this.catalogue.show(await this.catalogue.find(jurisdiction, dataset));
    return cachedAnswer(request, reply, { etag: etagOf(body), type: JSON_TYPE, immutable: false }, () =>
      Promise.resolve(body),
    );
  }
}
