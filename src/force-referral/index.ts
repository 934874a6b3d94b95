export { LinkReport, type ForceLink } from './actions/link-report.js';
export { OpenCaseOnReport, type CaseOnReport } from './actions/open-case-on-report.js';
export { PutReportOnAgenda, type AgendaPlace } from './actions/put-report-on-agenda.js';
export { UnlinkReport } from './actions/unlink-report.js';
export { ForceReferralModule } from './force-referral.module.js';
