import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { page } from '../../platform/html/page.js';
import { ReadBy } from '../../platform/html/read-by.decorator.js';
import type { Reader } from '../../platform/html/reader.js';
import { text } from '../../platform/html/text.js';
import { PublicOverdueReader } from '../records/public-overdue.reader.js';
import { overdueAnswersPage } from './overdue-answers.page.js';
import { OverdueAnswersView } from './overdue-answers.view.js';

/** Answers of the chief that are overdue, in public. */
@ApiTags('public answers')
@Controller()
export class OverdueAnswersController {
  constructor(private readonly overdue: PublicOverdueReader) {}

  /** By case number where the place's charter says so; else how many, and for how long. */
  @Public()
  @Get('api/v1/jurisdictions/:jurisdiction/overdue-answers')
  async show(@Param('jurisdiction') slug: string): Promise<OverdueAnswersView> {
    return this.overdue.of(slug);
  }

  @Public()
  @ApiExcludeEndpoint()
  @Get('overdue-answers/:jurisdiction')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@Param('jurisdiction') slug: string, @ReadBy() reader: Reader): Promise<string> {
    const body = overdueAnswersPage(await this.overdue.of(slug), reader);
    return page(text(reader.language, 'overdue.title'), body, { reader });
  }
}
