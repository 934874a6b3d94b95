import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../../identity/index.js';
import { portalScript } from './portal-script.js';

/** Served by us as a file: the pages' policy lets no other script in. */
@ApiExcludeController()
@Controller()
export class PortalScriptController {
  @Public()
  @Get('portal.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  script(): string {
    return portalScript;
  }
}
