export type { Demand, OverallShares, SizeDemand, ValueDemand } from './demand.js';
export type {
  DatePrecision,
  KeyColumn,
  ListedFile,
  Manifest,
  ManifestColumn,
  OtherColumn,
  QuasiIdentifierColumn,
} from './manifest.js';
export type { Verification } from './verification.js';
export { verifyRelease, type ReleaseFiles } from './verify-release.js';
export type { Violation, ViolationCode } from './violation.js';
