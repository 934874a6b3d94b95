import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../identity/index.js';
import { page } from '../platform/html/page.js';
import { style } from '../platform/html/style.js';
import { ApiReference } from './api-reference.js';
import { errorsPage } from './errors.page.js';

const HTML = 'text/html; charset=utf-8';

/** The API's reference, written out as plain pages from docs/openapi.json. */
@ApiExcludeController()
@Controller()
export class ApiDocsController {
  constructor(private readonly api: ApiReference) {}

  @Public()
  @Get('docs')
  @Header('content-type', HTML)
  async reference(@Query('q') wanted = ''): Promise<string> {
    return this.api.overview(wanted);
  }

  @Public()
  @Get('docs/operations/:subject')
  @Header('content-type', HTML)
  async subject(@Param('subject') subject: string): Promise<string> {
    return this.api.subject(subject);
  }

  @Public()
  @Get('docs/openapi.json')
  @Header('content-type', 'application/json')
  @Header('access-control-allow-origin', '*')
  async description(): Promise<Buffer> {
    return this.api.json();
  }

  @Public()
  @Get('docs/errors')
  @Header('content-type', HTML)
  errors(): string {
    return page('Errors', errorsPage());
  }

  @Public()
  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return style;
  }
}
