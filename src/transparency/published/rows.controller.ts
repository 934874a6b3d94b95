import { applyDecorators, Controller, Get, Req, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { Sends } from '../../platform/http/sends.js';
import { AnswerRows, type RowsRequest, wantsCsv } from './answer-rows.js';
import { cachedAnswer } from './cached-answer.js';
import { RowsView } from './dataset.view.js';
import { OpenToAll } from './open-to-all.interceptor.js';

const PARAMETERS = [
  { name: 'order', description: 'A column, or `-column` for descending. Empty cells come last.' },
  { name: 'limit', description: 'How many at most, 1 to 50000; 1000 when absent.' },
  { name: 'after', description: 'The `next` of the page before.' },
  { name: 'group', description: 'Columns, joined by commas: count the rows by them instead of showing them.' },
  { name: 'release', description: 'A version, e.g. `1.0.0`: pins the answer. The newest when absent.' },
  { name: 'format', description: '`json` or `csv`; what `Accept` asks for when absent.' },
];
const ApiParameters = () =>
  applyDecorators(
    ApiParam({ name: 'jurisdiction' }),
    ApiParam({ name: 'dataset' }),
    ...PARAMETERS.map((parameter) => ApiQuery({ ...parameter, required: false, type: String })),
  );

/** The rows of a published dataset. Any column filters: `?finding=sustained`; repeated it means "or", empty it means "empty". */
@ApiTags('datasets')
@UseInterceptors(OpenToAll)
@Controller('api/v1/datasets/:jurisdiction/:dataset')
export class RowsController {
  constructor(private readonly answers: AnswerRows) {}

  /** Rows by filter, order and page, or counts by group. */
  @Public()
  @ApiParameters()
  @ApiOkResponse({ type: RowsView })
  @Get('rows')
  async rows(
    @Req() request: FastifyRequest<RowsRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile | undefined> {
    if (wantsCsv(request)) return this.csv(request, reply);
    const { kept, make } = await this.answers.page(request);
    return cachedAnswer(request, reply, kept, async () => {
      const { body, headers } = await make();
      void reply.headers(headers);
      return body;
    });
  }

  /** The same as CSV; all rows unless `limit` says otherwise. */
  @Public()
  @ApiParameters()
  @Sends('text/csv')
  @Get('rows.csv')
  async csv(
    @Req() request: FastifyRequest<RowsRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.answers.csv(request, reply);
  }
}
