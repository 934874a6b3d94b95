import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { PublicAddress } from '../../../platform/public-address.js';
import { OpenToAll } from '../open-to-all.interceptor.js';
import { answerDocument } from './answer-document.js';
import { CatalogueReader } from './catalogue.reader.js';
import { dcatUs1 } from './dcat-us-1.js';
import { dcatUs3 } from './dcat-us-3.js';
import { schemaOrgDataset } from './schema-org.js';

const JSON_LD = 'application/ld+json';

/** What is published, in the words of catalogues of open data. Addresses in it are whole: they are read elsewhere. */
@ApiTags('catalogues')
@UseInterceptors(OpenToAll)
@Controller()
export class CatalogueController {
  constructor(
    private readonly catalogue: CatalogueReader,
    private readonly address: PublicAddress,
  ) {}

  @Public()
  @ApiOperation({
    summary: 'Every dataset, by DCAT-US 1.1',
    description: 'What data.gov harvests and `ls.socrata` of RSocrata reads.',
  })
  @ApiOkResponse({ description: 'A dcat:Catalog', schema: { type: 'object' } })
  @Get('data.json')
  async dcatUs1(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const document = dcatUs1(this.address.origin, await this.catalogue.all());
    return answerDocument({ request, reply }, 'application/json', JSON.stringify(document));
  }

  @Public()
  @ApiOperation({
    summary: 'Every dataset, by DCAT-US 3.0',
    description: 'With the release before as `previousVersion`, and each file’s size and SHA-256.',
  })
  @ApiOkResponse({ description: 'A Catalog', schema: { type: 'object' } })
  @Get('dcat-us-3.json')
  async dcatUs3(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const document = dcatUs3(this.address.origin, await this.catalogue.all());
    return answerDocument({ request, reply }, 'application/json', JSON.stringify(document));
  }

  @Public()
  @ApiOperation({
    summary: 'A dataset as schema.org/Dataset',
    description: 'The JSON-LD that stands in the dataset’s page too, for search engines.',
  })
  @ApiParam({ name: 'jurisdiction', description: 'The place’s slug' })
  @ApiParam({ name: 'dataset', description: 'The dataset’s name' })
  @ApiProduces(JSON_LD)
  @ApiOkResponse({ description: 'A Dataset', schema: { type: 'object' } })
  @Get('datasets/:jurisdiction/:dataset.jsonld')
  async schemaOrg(
    @Param() { jurisdiction, dataset }: { jurisdiction: string; dataset: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const document = schemaOrgDataset(this.address.origin, await this.catalogue.one(jurisdiction, dataset));
    return answerDocument({ request, reply }, JSON_LD, JSON.stringify(document));
  }
}
