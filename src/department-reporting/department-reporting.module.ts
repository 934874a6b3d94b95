import { Module } from '@nestjs/common';
import { CountDepartmentReporting } from './actions/count-department-reporting.js';
import { MeasureReports } from './actions/measure-reports.js';
import { DepartmentReportingController } from './api/department-reporting.controller.js';
import { DepartmentReportingWorker } from './department-reporting-worker.js';
import { PublicReportingReader } from './records/public-reporting.reader.js';

@Module({
  controllers: [DepartmentReportingController],
  providers: [MeasureReports, CountDepartmentReporting, PublicReportingReader, DepartmentReportingWorker],
  exports: [CountDepartmentReporting, PublicReportingReader, DepartmentReportingWorker],
})
export class DepartmentReportingModule {}
