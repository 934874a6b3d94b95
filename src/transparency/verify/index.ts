export type { Demand, OverallShares, SizeDemand, ValueDemand } from './demand.js';
export type {
  DatePrecision,
  KeyColumn,
  LinkedTables,
  ListedFile,
  Manifest,
  ManifestColumn,
  OtherColumn,
  QuasiIdentifierColumn,
  SeriesClaim,
} from './manifest.js';
export type { Verification } from './verification.js';
export { verifyRelease, type ReleaseFiles } from './verify-release.js';
export { type OpenFiles, verifyOpen } from './open/verify-open.js';
export { isOpenManifest, type OpenClaims, readOpenManifest } from './open/open-manifest.js';
export { verifyTogether } from './linked/verify-together.js';
export { checkDirectory } from './check-directory.js';
export type { Violation, ViolationCode } from './violation.js';
export { measureFile, type Measurement, type PlainFile, type SensitiveFigures } from './plain/measure-file.js';
export type { Quality } from './plain/quality.js';
export { MeasureRefused, readTextLines } from './plain/read-columns.js';
export type { Risks } from './classes/risks.js';
export { bloomOf, type RosterFile } from './roster/roster.js';
export { linesOf } from './roster/read-roster.js';
export { type PublishedTable, type TableVerification, verifyTables } from './tables/index.js';
