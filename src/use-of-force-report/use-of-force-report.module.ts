import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CharterModule } from '../charter/index.js';
import { EnactProfile } from './actions/enact-profile.js';
import { JudgeReport } from './actions/judge-report.js';
import { AcknowledgeTransmission } from './actions/acknowledge-transmission.js';
import { RemakeTransmission } from './actions/remake-transmission.js';
import { TransmitReports } from './actions/transmit-reports.js';
import { AmendOwnReport } from './actions/amend-own-report.js';
import { AssignOri } from './actions/assign-ori.js';
import { ClearSubmissions } from './actions/clear-submissions.js';
import { GiveReceipt } from './actions/give-receipt.js';
import { KeepDraft } from './actions/keep-draft.js';
import { PutMapping } from './actions/put-mapping.js';
import { ReadCalendar } from './actions/read-calendar.js';
import { ReadDrafts } from './actions/read-drafts.js';
import { ReadNotices } from './actions/read-notices.js';
import { ReadReceiptKeys } from './actions/read-receipt-keys.js';
import { RemindReporters } from './actions/remind-reporters.js';
import { ResubmitReport } from './actions/resubmit-report.js';
import { ReviewReport } from './actions/review-report.js';
import { SubmitDraft } from './actions/submit-draft.js';
import { SubmitReport } from './actions/submit-report.js';
import { SubmitReports } from './actions/submit-reports.js';
import { SubmitZeroReport } from './actions/submit-zero-report.js';
import { ValidateReport } from './actions/validate-report.js';
import { WriteRejects } from './actions/write-rejects.js';
import { CalendarController } from './api/calendar.controller.js';
import { DraftController } from './api/draft.controller.js';
import { acceptLines } from './api/line-stream.js';
import { MappingController } from './api/mapping.controller.js';
import { OwnReportsController } from './api/own-reports.controller.js';
import { PendingAnswerController } from './api/pending-answer.controller.js';
import { ProfileController } from './api/profile.controller.js';
import { ProgrammeController } from './api/programme.controller.js';
import { ReceiptKeyController } from './api/receipt-key.controller.js';
import { ReportReviewController } from './api/review.controller.js';
import { SentSubmissionsController } from './api/sent-submissions.controller.js';
import { SubmissionController } from './api/submission.controller.js';
import { AmendmentController } from './api/amendment.controller.js';
import { ReportVersionController } from './api/report-version.controller.js';
import { TransmissionController } from './api/transmission.controller.js';
import { WaitingReviewController } from './api/waiting-review.controller.js';
import { PendingAnswerReader } from './records/pending-answer.reader.js';
import { ImportMapped } from './imports/mapped/import-mapped.js';
import { PublicProfileReader } from './records/public-profile.reader.js';
import { TransmissionReader } from './records/transmission.reader.js';
import { ReportVersionReader } from './records/report-version.reader.js';
import { WaitingReviewReader } from './records/waiting-review.reader.js';
import { ReceiptSigner } from './receipt/receipt-signer.js';
import { MappingReader } from './records/mapping.reader.js';
import { ReportReader } from './records/report.reader.js';
import { SubmissionReader } from './records/submission.reader.js';
import { ReporterWorker } from './reporter-worker.js';

const actions = [
  SubmitReport,
  SubmitReports,
  SubmitZeroReport,
  ResubmitReport,
  AmendOwnReport,
  ReviewReport,
  AssignOri,
];
const programmes = [EnactProfile, JudgeReport, ValidateReport];
const drafts = [KeepDraft, ReadDrafts, SubmitDraft];
const submissions = [
  SubmissionReader,
  GiveReceipt,
  WriteRejects,
  ReceiptSigner,
  ReadReceiptKeys,
  PutMapping,
  MappingReader,
];
const calendar = [ReadCalendar, ReadNotices, PendingAnswerReader, RemindReporters, ClearSubmissions, ReporterWorker];

/** What becomes of a report after it came in. */
const review = {
  controllers: [WaitingReviewController, AmendmentController, ReportVersionController, TransmissionController],
  providers: [
    WaitingReviewReader,
    ReportVersionReader,
    TransmitReports,
    RemakeTransmission,
    AcknowledgeTransmission,
    TransmissionReader,
  ],
};

@Module({
  imports: [CharterModule],
  controllers: [
    OwnReportsController,
    SubmissionController,
    SentSubmissionsController,
    DraftController,
    MappingController,
    CalendarController,
    PendingAnswerController,
    ReceiptKeyController,
    ProgrammeController,
    ProfileController,
    ReportReviewController,
    ...review.controllers,
  ],
  providers: [
    ...actions,
    ...programmes,
    ...drafts,
    ...submissions,
    ...calendar,
    ImportMapped,
    ReportReader,
    PublicProfileReader,
    ...review.providers,
  ],
  exports: [...actions, ...programmes, ImportMapped, ReportReader, RemindReporters, ClearSubmissions, ReporterWorker],
})
export class UseOfForceReportModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Where there is no HTTP (the command line, the worker), there is nothing to accept. */
  onModuleInit(): void {
    const adapter = this.host.httpAdapter as ReturnType<NestFastifyApplication['getHttpAdapter']> | undefined;
    if (adapter) acceptLines(adapter.getInstance());
  }
}
