import { Controller, Get, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { PublicAddress } from '../../../platform/public-address.js';
import { OpenToAll } from '../open-to-all.interceptor.js';
import { answerDocument } from './answer-document.js';
import { PublicPagesReader } from './public-pages.reader.js';
import { robotsText } from './robots.js';
import { sitemap } from './sitemap.js';

/** For search engines: what to look at, and what not. */
@ApiTags('catalogues')
@UseInterceptors(OpenToAll)
@Controller()
export class DiscoveryController {
  constructor(
    private readonly pages: PublicPagesReader,
    private readonly address: PublicAddress,
  ) {}

  @Public()
  @ApiOperation({ summary: 'What search engines may look at', description: 'By RFC 9309; names the sitemap.' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Rules for robots', schema: { type: 'string' } })
  @Get('robots.txt')
  async robots(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return answerDocument({ request, reply }, 'text/plain', robotsText(this.address.origin));
  }

  @Public()
  @ApiOperation({ summary: 'Every page for people', description: 'By sitemaps.org 0.9.' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ description: 'A urlset', schema: { type: 'string' } })
  @Get('sitemap.xml')
  async sitemap(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const body = sitemap(this.address.origin, await this.pages.all());
    return answerDocument({ request, reply }, 'application/xml', body);
  }
}
