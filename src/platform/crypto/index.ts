export { deriveKey } from './derive-key.js';
export { MasterKey } from './master-key.js';
export { seal, unseal, SealBroken, type Place } from './seal.js';
export { PasswordHasher } from './password.js';
export { type FileSeal, FRAME, openFrame, SEALED_FRAME, SealStream, TAG_BYTES, UnsealStream } from './sealed-stream.js';
export { signingKeyOf } from './signing-key.js';
