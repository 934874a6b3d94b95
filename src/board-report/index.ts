export { BoardReportModule } from './board-report.module.js';
