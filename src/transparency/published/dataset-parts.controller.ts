import { applyDecorators, Controller, Get, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import type { RowsRequest } from './answer-rows.js';
import { cachedAnswer, etagOf } from './cached-answer.js';
import type { DatasetView } from './dataset.view.js';
import { DictionaryView, ReleasesView, SchemaView } from './dataset-parts.view.js';
import { OpenToAll } from './open-to-all.interceptor.js';
import { ReleaseCatalogue } from './release-catalogue.js';
import { one } from './row-query.js';
import { tableSchema } from './table-schema.js';

type PartsRequest = FastifyRequest<RowsRequest>;
const OfDataset = () =>
  applyDecorators(
    ApiParam({ name: 'jurisdiction', type: String }),
    ApiParam({ name: 'dataset', type: String }),
    ApiQuery({
      name: 'release',
      required: false,
      type: String,
      description: 'A version, e.g. `1.0.0`. The newest when absent.',
    }),
  );

/** A dataset's parts, each for whoever needs it alone: programs its schema, people its dictionary, archives its releases. */
@ApiTags('datasets')
@UseInterceptors(OpenToAll)
@Controller('api/v1/datasets/:jurisdiction/:dataset')
export class DatasetPartsController {
  constructor(private readonly catalogue: ReleaseCatalogue) {}

  /** The columns as a Table Schema (Data Package v2). */
  @Public()
  @OfDataset()
  @ApiOkResponse({ type: SchemaView })
  @Get('schema')
  async schema(@Req() request: PartsRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return asJson(request, reply, tableSchema(await this.find(request)));
  }

  /** What one row is, what the figures do not say, and what each column means. */
  @Public()
  @OfDataset()
  @ApiOkResponse({ type: DictionaryView })
  @Get('dictionary')
  async dictionary(@Req() request: PartsRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { dataset, version, title, oneRow, caveats, columns } = await this.show(request);
    return asJson(request, reply, { dataset, version, title, oneRow, caveats, columns });
  }

  /** Every release with its checksum, newest first, and those that were taken back with the reason. */
  @Public()
  @OfDataset()
  @ApiOkResponse({ type: ReleasesView })
  @Get('releases')
  async releases(@Req() request: PartsRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { jurisdiction, dataset, releases, withdrawn } = await this.show(request);
    return asJson(request, reply, { jurisdiction, dataset, releases, withdrawn });
  }

  private async find({ params: { jurisdiction, dataset }, query }: PartsRequest) {
    return this.catalogue.find(jurisdiction, dataset, one(query, 'release') ?? undefined);
  }

  private async show(request: PartsRequest): Promise<DatasetView> {
    return JSON.parse(await this.catalogue.show(await this.find(request))) as DatasetView;
  }
}

async function asJson(request: FastifyRequest, reply: FastifyReply, document: object): Promise<string | undefined> {
  const body = JSON.stringify(document);
  const kept = { etag: etagOf(body), type: 'application/json; charset=utf-8', immutable: false };
  return cachedAnswer(request, reply, kept, () => Promise.resolve(body));
}
