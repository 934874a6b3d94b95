import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { PublicReportingReader } from '../records/public-reporting.reader.js';
import { DepartmentReportingQuestionDto } from './department-reporting.dto.js';
import { DepartmentReportingView } from './department-reporting.view.js';
import { reportingCsv } from './reporting-csv.js';

/** How completely and how soon departments report their uses of force, by month and year. */
@ApiTags('department-reporting')
@Controller('api/v1/jurisdictions/:jurisdiction')
export class DepartmentReportingController {
  constructor(private readonly published: PublicReportingReader) {}

  /** A row a department and month, and one a year that is over. Counts of few reports are withheld, and said to be. */
  @Public()
  @Get('department-reporting')
  async list(
    @Param('jurisdiction') slug: string,
    @Query() question: DepartmentReportingQuestionDto,
  ): Promise<DepartmentReportingView> {
    return { items: await this.published.rows(slug, question) };
  }

  /** The same as CSV. */
  @Public()
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Get('department-reporting.csv')
  async csv(@Param('jurisdiction') slug: string, @Query() question: DepartmentReportingQuestionDto): Promise<string> {
    return reportingCsv(await this.published.rows(slug, question));
  }
}
