import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { script } from '../pages/script.js';

/** The pages' script as a file of ours: nothing stands in the pages themselves. */
@ApiExcludeController()
@Controller()
export class FrontDeskScriptController {
  @Public()
  @Get('front-desk.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  file(): string {
    return script;
  }
}
