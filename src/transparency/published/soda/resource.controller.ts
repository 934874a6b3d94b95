import {
  applyDecorators,
  Controller,
  Get,
  HttpCode,
  Options,
  Param,
  Query,
  Req,
  Res,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { cachedAnswer } from '../cached-answer.js';
import { OpenToAll } from '../open-to-all.interceptor.js';
import { ResourceAnswers } from './resource-answers.js';
import { SodaProblemFilter } from './soda-problem.filter.js';

const PARAMETERS = [
  { name: '$select', description: 'What to show: `race, count(*) as complaints`. Every column when absent.' },
  { name: '$where', description: "Which rows: `finding = 'sustained' and complainant_age != '*'`." },
  { name: '$group', description: 'What to count together by.' },
  { name: '$having', description: 'Which groups.' },
  { name: '$order', description: 'In which order: `count desc`. The row’s own `:id` always comes last.' },
  { name: '$limit', description: 'How many at most, 0 to 50000; 1000 when absent.' },
  { name: '$offset', description: 'How many to leave out before.' },
  { name: '$q', description: 'Words that stand somewhere in the row.' },
  { name: '$query', description: 'All of it in one: `select … where … order by … limit …`.' },
  { name: 'release', description: 'A version, e.g. `1.0.0`: pins the answer. The newest when absent.' },
];
const ApiParameters = () =>
  applyDecorators(...PARAMETERS.map((parameter) => ApiQuery({ ...parameter, required: false, type: String })));

/** By the ending of the address */
const ROWS = {
  'application/json': { schema: { type: 'array', items: { type: 'object' } }, example: [{ finding: 'sustained' }] },
  'text/csv': { schema: { type: 'string' } },
  'application/vnd.geo+json': { schema: { type: 'object' } },
};

/** Published rows for clients that speak SODA 2.1. The language stands in docs/soql.md. Any column filters: `?finding=sustained`. */
@ApiTags('soda')
@UseInterceptors(OpenToAll)
@UseFilters(SodaProblemFilter)
@Controller('resource')
export class ResourceController {
  constructor(private readonly answers: ResourceAnswers) {}

  @Public()
  @ApiOperation({ summary: 'Rows, or figures over them, by a query in SoQL' })
  @ApiParam({
    name: 'file',
    description: 'The dataset’s id and the form: `abcd-1234.json`, `.csv` or `.geojson`',
    example: 'abcd-1234.json',
  })
  @ApiParameters()
  @ApiOkResponse({ description: 'The rows; X-SODA2-Fields and X-SODA2-Types say what they hold', content: ROWS })
  @Get(':file')
  async rows(
    @Param('file') file: string,
    @Query() parameters: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const asked = await this.answers.ask(file, parameters);
    return cachedAnswer(request, reply, asked.kept, async () => {
      const { body, headers } = await this.answers.answer(asked, request.url);
      void reply.headers(headers);
      return body;
    });
  }

  /** Browsers ask first whether a page may send its token along. */
  @Public()
  @ApiOperation({ summary: 'What a page on another site may send' })
  @ApiParam({ name: 'file', example: 'abcd-1234.json' })
  @HttpCode(204)
  @Options(':file')
  preflight(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.headers({
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'X-App-Token, Authorization, Content-Type, If-None-Match',
      'access-control-max-age': '86400',
    });
  }
}
