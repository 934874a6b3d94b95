export { ApproveRelease } from './actions/approve-release.js';
export { BuildRelease } from './actions/build-release.js';
export { CancelRelease } from './actions/cancel-release.js';
export { PublishRelease } from './actions/publish-release.js';
export { type BuildJob, RequestRelease } from './actions/request-release.js';
export { WithdrawRelease } from './actions/withdraw-release.js';
export { VerifyRelease } from './actions/verify-release.js';
export {
  isFailure,
  KNOWN_AGGREGATES,
  KNOWN_METRICS,
  KNOWN_MODELS,
  runCases,
  runUtilities,
  type CaseFailure,
  type CasePaths,
  type CaseResult,
  type UtilityResult,
} from './anonymize-files/index.js';
export { runSpec, type SpecResult } from './anonymize-spec/index.js';
export { describeTable, runTables, type TableOptions } from './tables-files/index.js';
export { anonymizedDatasets, datasets } from './datasets/index.js';
export { isOpenRelease } from './records/release.store.js';
export { ReleaseReader, type ReleaseSummary } from './records/release.reader.js';
export { cachedAnswer } from './published/cached-answer.js';
export { FrontDesk } from './published/front-desk.js';
export { OpenToAll } from './published/open-to-all.interceptor.js';
export { ReleaseWorker } from './release-worker.js';
export { TransparencyModule } from './transparency.module.js';
export { type DatasetSeries, describeSeries, verifySeriesFiles } from './verify-series-files.js';
export { type HeldAgainst, describeVerification, type FileVerification, verifyFiles } from './verify-files.js';
export { describeTableVerification, isTableFile, verifyTableFile } from './verify-table-files.js';
export { measurePlainFile, type PlainOptions } from './measure-plain-file.js';
export { bloomOf, linesOf, MeasureRefused } from './verify/index.js';
export { approvalsWaitingFor } from './records/approvals-waiting.js';
