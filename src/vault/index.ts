export { type KeyStanding, ReadKeyStanding } from './actions/read-key-standing.js';
export { RetireOrganizationKeys } from './actions/retire-organization-keys.js';
export { RewrapKeys } from './actions/rewrap-keys.js';
export { RotateKeyEncryptionKey } from './actions/rotate-key-encryption-key.js';
export { RotateOrganizationKey, type RotationProgress } from './actions/rotate-organization-key.js';
export { CaseKey, CaseVault, type CasePlace, type DrawnKey } from './records/case-vault.js';
export { type OfficePlace, OfficeWords } from './records/office-words.js';
export { RotationWitnesses } from './records/rotation-witnesses.js';
export { VaultModule } from './vault.module.js';
