export { InternalAffairsAuditModule } from './internal-affairs-audit.module.js';
export { AUDIT_MOVES } from './rules/audit-status.js';
