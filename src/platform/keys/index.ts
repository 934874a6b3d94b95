export { type KeyEncryptionKey, KeyServiceFailed } from './key-encryption-key.js';
export { KeyEncryptionKeys, type WrappedKey } from './key-encryption-keys.js';
export { KeyRows } from './key-rows.js';
export { type KeySettings, MASTER_KEY_ALONE } from './key-settings.js';
export { rewrapRoot } from './rewrap-root.js';
export { openMasterKey, ROOT_PLACE } from './open-master-key.js';
export { OrganizationKey } from './organization-key.js';
export { type KeyUnderOrganization, OrganizationKeys, placeOf as organizationKeyPlace } from './organization-keys.js';
