import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicReportingReader } from '../../department-reporting/index.js';
import { Public } from '../../identity/index.js';
import { page } from '../../platform/html/page.js';
import { homePage } from './home.page.js';
import { PortalReader } from './portal.reader.js';

/** The public's way in. */
@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    private readonly portal: PortalReader,
    private readonly reporting: PublicReportingReader,
  ) {}

  @Public()
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async home(): Promise<string> {
    const [cards, places] = [await this.portal.cards(), await this.reporting.places()];
    return page('Civilian oversight of policing, in public', homePage(cards, places));
  }
}
