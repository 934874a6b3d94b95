export { ComplaintModule } from './complaint.module.js';
export { CaseKey, CaseVault } from './records/case-vault.js';
export { insertFinding, type FindingStage, type NewFinding } from './records/finding.store.js';
export { moveComplaint } from './records/move-complaint.js';
