import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { OpenToAll } from '../../transparency/index.js';
import { PublishedReportReader } from '../records/published-report.reader.js';
import { ReportEditionsView } from './board-report.view.js';

/** The reports of a place, for programs. */
@ApiTags('board-reports')
@UseInterceptors(OpenToAll)
@Controller('api/v1/jurisdictions/:jurisdiction/reports')
export class ReportListController {
  constructor(private readonly reports: PublishedReportReader) {}

  /** Every edition of every report, with its sources and the hashes of its files. */
  @Public()
  @Get()
  async list(@Param('jurisdiction') slug: string): Promise<ReportEditionsView> {
    const editions = await this.reports.editions(slug);
    return {
      items: editions.map(({ publishedAt, ...edition }) => ({
        ...{ ...edition, publishedAt: publishedAt.toISOString() },
        self: `/reports/${slug}/${edition.period}?edition=${edition.edition}`,
      })),
    };
  }
}
