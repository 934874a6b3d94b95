export { CountDepartmentReporting } from './actions/count-department-reporting.js';
export { DepartmentReportingModule } from './department-reporting.module.js';
export { DepartmentReportingWorker } from './department-reporting-worker.js';
export { PublicReportingReader, type ReportingPlace, type ReportingRow } from './records/public-reporting.reader.js';
