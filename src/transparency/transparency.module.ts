import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaint/index.js';
import { PublicDenominatorReader } from '../denominator/index.js';
import { PublicReportingReader } from '../department-reporting/index.js';
import { PublicPolicyReader } from '../policy-tracker/index.js';
import { PublicMeetingReader } from '../review-board/index.js';
import { VaultModule } from '../vault/index.js';
import { ApproveRelease } from './actions/approve-release.js';
import { ApproveSummary } from './actions/approve-summary.js';
import { BuildContent } from './actions/build-content.js';
import { BuildInSeries } from './actions/build-in-series.js';
import { BuildOpen } from './actions/build-open.js';
import { BuildPlain } from './actions/build-plain.js';
import { BuildRelease } from './actions/build-release.js';
import { CancelRelease } from './actions/cancel-release.js';
import { ConfirmOpen } from './actions/confirm-open.js';
import { KeepHits } from './actions/keep-hits.js';
import { PublishRelease } from './actions/publish-release.js';
import { ReleaseDirectories } from './actions/release-directories.js';
import { ReleaseSigner } from './actions/release-signer.js';
import { RequestRelease } from './actions/request-release.js';
import { SubmitSummary } from './actions/submit-summary.js';
import { VerifyRelease } from './actions/verify-release.js';
import { WithdrawRelease } from './actions/withdraw-release.js';
import { WithdrawSummary } from './actions/withdraw-summary.js';
import { WriteSummary } from './actions/write-summary.js';
import { ReleaseKeyController } from './api/release-key.controller.js';
import { ReleaseStepController } from './api/release-step.controller.js';
import { ReleaseRecallController } from './api/release-recall.controller.js';
import { ReleaseController } from './api/release.controller.js';
import { AwaitingSummariesController } from './api/awaiting-summaries.controller.js';
import { PublicSummaryStepController } from './api/public-summary-step.controller.js';
import { PublicSummaryController } from './api/public-summary.controller.js';
import { ForgetErased } from './forget-erased.js';
import { PortalModule } from './portal/portal.module.js';
import { CatalogueModule } from './published/catalogue/catalogue.module.js';
import { PublishedModule } from './published/published.module.js';
import { SodaModule } from './published/soda/soda.module.js';
import { PublicRecordReader } from './records/public-record.reader.js';
import { PublicSummaryReader } from './records/public-summary.reader.js';
import { ReleaseReader } from './records/release.reader.js';
import { ReleaseRecallReader } from './records/release-recall.reader.js';
import { SummaryReviewReader } from './records/summary-review.reader.js';
import { ReleaseKeys } from './records/release-keys.js';
import { ReleaseWorker } from './release-worker.js';

const actions = [RequestRelease, BuildRelease, VerifyRelease, ApproveRelease, PublishRelease, WithdrawRelease];
const openBuilders = [BuildOpen, ConfirmOpen, PublicRecordReader];
const builders = [
  BuildContent,
  BuildPlain,
  BuildInSeries,
  ReleaseKeys,
  CancelRelease,
  ReleaseSigner,
  ReleaseDirectories,
];
const controllers = [ReleaseController, ReleaseStepController, ReleaseRecallController, ReleaseKeyController];
/** What the pages of other features read with: stateless, and of the public role alone. */
const publicReaders = [PublicMeetingReader, PublicPolicyReader, PublicReportingReader, PublicDenominatorReader];
const summaryActions = [WriteSummary, KeepHits, SubmitSummary, ApproveSummary, WithdrawSummary];
const summaryControllers = [PublicSummaryController, PublicSummaryStepController, AwaitingSummariesController];

/** From the cases to the public: request, build, verify, approve, publish; and the public plane itself. */
@Module({
  imports: [ComplaintModule, VaultModule, PublishedModule, SodaModule, CatalogueModule, PortalModule],
  controllers: [...controllers, ...summaryControllers],
  providers: [
    ...actions,
    ...builders,
    ...openBuilders,
    ...publicReaders,
    ...summaryActions,
    ReleaseReader,
    PublicSummaryReader,
    SummaryReviewReader,
    ReleaseRecallReader,
    ReleaseWorker,
    ForgetErased,
  ],
  exports: [...actions, CancelRelease, ReleaseReader, ReleaseWorker],
})
export class TransparencyModule {}
