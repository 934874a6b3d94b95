export { CaseKey, CaseVault, type CasePlace, type DrawnKey } from './records/case-vault.js';
export { type OfficePlace, OfficeWords } from './records/office-words.js';
export { VaultModule } from './vault.module.js';
