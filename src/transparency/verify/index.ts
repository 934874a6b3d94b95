export type {
  DatePrecision,
  KeyColumn,
  Manifest,
  ManifestColumn,
  OtherColumn,
  QuasiIdentifierColumn,
} from './manifest.js';
export type { Verification } from './verification.js';
export { verifyRelease, type ReleaseFiles } from './verify-release.js';
export type { Violation, ViolationCode } from './violation.js';
