export { CaseKey, CaseVault, type CasePlace, type DrawnKey } from './records/case-vault.js';
export { VaultModule } from './vault.module.js';
