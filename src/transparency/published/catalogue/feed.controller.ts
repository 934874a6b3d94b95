import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { PublicAddress } from '../../../platform/public-address.js';
import { OpenToAll } from '../open-to-all.interceptor.js';
import { answerDocument, type Exchange } from './answer-document.js';
import { atomFeed } from './atom-feed.js';
import type { ReleaseNews } from './release-news.js';
import { ReleaseNewsReader } from './release-news.reader.js';

const ATOM = 'application/atom+xml';

/** Releases, corrections and withdrawals as they happen: the newest hundred. */
@ApiTags('catalogues')
@ApiProduces(ATOM)
@UseInterceptors(OpenToAll)
@Controller()
export class FeedController {
  constructor(
    private readonly news: ReleaseNewsReader,
    private readonly address: PublicAddress,
  ) {}

  @Public()
  @ApiOperation({ summary: 'News of every release', description: 'An Atom feed of the newest hundred.' })
  @ApiOkResponse({ description: 'A feed', schema: { type: 'string' } })
  @Get('releases.atom')
  async all(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer({ request, reply }, await this.news.all());
  }

  @Public()
  @ApiOperation({ summary: 'News of a place’s releases', description: 'An Atom feed of the newest hundred.' })
  @ApiParam({ name: 'jurisdiction', description: 'The place’s slug' })
  @ApiOkResponse({ description: 'A feed', schema: { type: 'string' } })
  @Get('datasets/:jurisdiction/releases.atom')
  async ofPlace(
    @Param('jurisdiction') jurisdiction: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer({ request, reply }, await this.news.ofPlace(jurisdiction));
  }

  @Public()
  @ApiOperation({ summary: 'News of a dataset’s releases', description: 'An Atom feed of the newest hundred.' })
  @ApiParam({ name: 'jurisdiction', description: 'The place’s slug' })
  @ApiParam({ name: 'dataset', description: 'The dataset’s name' })
  @ApiOkResponse({ description: 'A feed', schema: { type: 'string' } })
  @Get('datasets/:jurisdiction/:dataset/releases.atom')
  async ofDataset(
    @Param() { jurisdiction, dataset }: { jurisdiction: string; dataset: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer({ request, reply }, await this.news.ofDataset(jurisdiction, dataset));
  }

  /** Without a date to ask by: what comes out when an embargo ends is dated before. */
  private async answer(exchange: Exchange, news: readonly ReleaseNews[]): Promise<string | undefined> {
    const [path = ''] = exchange.request.url.split('?', 1);
    return answerDocument(exchange, ATOM, atomFeed(this.address.origin, path, news));
  }
}
