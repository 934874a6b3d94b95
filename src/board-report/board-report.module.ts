import { Module } from '@nestjs/common';
import { PreviewReport } from './actions/preview-report.js';
import { PublishReport } from './actions/publish-report.js';
import { BoardReportController } from './api/board-report.controller.js';
import { ReportListController } from './api/report-list.controller.js';
import { ReportPagesController } from './api/report-pages.controller.js';
import { PublishedReportReader } from './records/published-report.reader.js';
import { ReportMaterial } from './sources/report-material.js';

/** Annual and quarterly reports: made of what is released, published as they are, kept. */
@Module({
  controllers: [BoardReportController, ReportListController, ReportPagesController],
  providers: [ReportMaterial, PreviewReport, PublishReport, PublishedReportReader],
})
export class BoardReportModule {}
