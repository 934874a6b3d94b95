import { Controller, Get, Param, Query, Req, Res, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { cachedAnswer, etagOf } from '../cached-answer.js';
import { OpenToAll } from '../open-to-all.interceptor.js';
import { DatasetDescriptions } from './dataset-descriptions.js';
import { SodaProblemFilter } from './soda-problem.filter.js';
import { sodaCatalog } from './soda-catalog.js';
import { SodaCatalogView, SodaDatasetView, SodaMetadataView } from './soda.view.js';
import { metadataDocument, viewDocument } from './view-document.js';

const ofId = (file: string): string => file.replace(/\.json$/, '');

/** What there is, as clients of SODA and of Socrata's Discovery API ask for it. */
@ApiTags('soda')
@UseInterceptors(OpenToAll)
@UseFilters(SodaProblemFilter)
@Controller('api')
export class ViewsController {
  constructor(private readonly datasets: DatasetDescriptions) {}

  @Public()
  @ApiOperation({ summary: 'Every dataset with its columns and their types' })
  @ApiOkResponse({ description: 'A list of views', type: [SodaDatasetView] })
  @Get(['views', 'views.json'])
  async views(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return asJson(request, reply, (await this.datasets.all()).map(viewDocument));
  }

  @Public()
  @ApiOperation({ summary: 'Every dataset, in the words of the Metadata API' })
  @ApiOkResponse({ description: 'A list of metadata', type: [SodaMetadataView] })
  @Get('views/metadata/v1')
  async allMetadata(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return asJson(request, reply, (await this.datasets.all()).map(metadataDocument));
  }

  @Public()
  @ApiOperation({ summary: 'A dataset, in the words of the Metadata API' })
  @ApiParam({ name: 'file', description: 'The dataset’s id, with or without `.json`', example: 'abcd-1234.json' })
  @ApiOkResponse({ description: 'Its metadata', type: SodaMetadataView })
  @Get('views/metadata/v1/:file')
  async metadata(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asJson(request, reply, metadataDocument(await this.datasets.one(ofId(file))));
  }

  @Public()
  @ApiOperation({ summary: 'A dataset with its columns and their types' })
  @ApiParam({ name: 'file', description: 'The dataset’s id, with or without `.json`', example: 'abcd-1234.json' })
  @ApiOkResponse({ description: 'A view: `columns[].fieldName` and `dataTypeName`', type: SodaDatasetView })
  @Get('views/:file')
  async view(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asJson(request, reply, viewDocument(await this.datasets.one(ofId(file))));
  }

  @Public()
  @ApiOperation({ summary: 'The catalogue, as Socrata’s Discovery API has it' })
  @ApiQuery({ name: 'ids', required: false, type: String })
  @ApiQuery({ name: 'names', required: false, type: String })
  @ApiQuery({ name: 'q', required: false, type: String })
  @ApiQuery({ name: 'limit', required: false, type: String })
  @ApiQuery({ name: 'offset', required: false, type: String })
  @ApiOkResponse({ description: '`results` and `resultSetSize`', type: SodaCatalogView })
  @Get('catalog/v1')
  async catalog(
    @Query() parameters: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asJson(request, reply, sodaCatalog(await this.datasets.all(), parameters, request.hostname));
  }
}

async function asJson(request: FastifyRequest, reply: FastifyReply, document: object): Promise<string | undefined> {
  const body = JSON.stringify(document);
  const kept = { etag: etagOf(body), type: 'application/json; charset=utf-8', immutable: false };
  return cachedAnswer(request, reply, kept, () => Promise.resolve(body));
}
