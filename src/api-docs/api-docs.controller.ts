import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFile } from 'node:fs/promises';
import { Public } from '../identity/index.js';
import { page } from '../platform/html/page.js';
import { style } from '../platform/html/style.js';
import { apiPage } from './api.page.js';
import { errorsPage } from './errors.page.js';
import type { ApiDescription } from './api-description.js';

const HTML = 'text/html; charset=utf-8';
const DESCRIPTION = new URL('../../docs/openapi.json', import.meta.url);

/** The API's reference, written out as plain pages from docs/openapi.json. */
@ApiExcludeController()
@Controller()
export class ApiDocsController {
  @Public()
  @Get('docs')
  @Header('content-type', HTML)
  async reference(): Promise<string> {
    return page('API', apiPage(JSON.parse(await this.description()) as ApiDescription));
  }

  @Public()
  @Get('docs/openapi.json')
  @Header('content-type', 'application/json')
  @Header('access-control-allow-origin', '*')
  async description(): Promise<string> {
    return readFile(DESCRIPTION, 'utf8');
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
