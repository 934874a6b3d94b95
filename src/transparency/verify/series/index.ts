export { verifySeries, type SeriesFiles, type SeriesVerification } from './verify-series.js';
export type { SeriesViolation, ViolationCode as SeriesViolationCode } from './series-violation.js';
