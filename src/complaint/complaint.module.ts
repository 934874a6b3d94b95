import { Module } from '@nestjs/common';
import { CharterModule } from '../charter/index.js';
import { EvidenceModule } from '../evidence/index.js';
import { VaultModule } from '../vault/index.js';
import { complaintActions } from './actions/complaint-actions.js';
import { CaseCourseController } from './api/case-course.controller.js';
import { CaseDirectionController } from './api/case-direction.controller.js';
import { CaseFileController } from './api/case-file.controller.js';
import { CaseFindingsController } from './api/case-findings.controller.js';
import { CaseWorkController } from './api/case-work.controller.js';
import { ComplaintDeskController } from './api/complaint-desk.controller.js';
import { DialogueController } from './api/dialogue.controller.js';
import { IdentityRequestController } from './api/identity-request.controller.js';
import { IntakeRecordController } from './api/intake-record.controller.js';
import { MyComplaintController } from './api/my-complaint.controller.js';
import { MyDialogueController } from './api/my-dialogue.controller.js';
import { MyReceiptController } from './api/my-receipt.controller.js';
import { OfficerController } from './api/officer.controller.js';
import { PublicIntakeController } from './api/public-intake.controller.js';
import { AppealController } from './api/appeal.controller.js';
import { ReferralController } from './api/referral.controller.js';
import { ClassificationController } from './api/classification.controller.js';
import { LinkController } from './api/link.controller.js';
import { ConflictController } from './api/conflict.controller.js';
import { CaseloadController } from './api/caseload.controller.js';
import { CaseCorrectionController } from './api/case-correction.controller.js';
import { AssignmentController } from './api/assignment.controller.js';
import { AssignmentReader } from './records/assignment.reader.js';
import { PersonController } from './api/person.controller.js';
import { RepresentationController } from './api/representation.controller.js';
import { ReopeningController } from './api/reopening.controller.js';
import { HoldController } from './api/hold.controller.js';
import { SealingController } from './api/sealing.controller.js';
import { ExpungementController } from './api/expungement.controller.js';
import { DisposalController } from './api/disposal.controller.js';
import { AlertController } from './api/alert.controller.js';
import { ExportController } from './api/export.controller.js';
import { SavedSearchController } from './api/saved-search.controller.js';
import { AlertReader } from './records/alert.reader.js';
import { SavedSearchReader } from './records/saved-search.reader.js';
import { ErasureWitnesses } from './records/erasure-witnesses.js';
import { DisposalReader } from './records/disposal.reader.js';
import { IndexContactsAnew } from './index-contacts-anew.js';
import { ComplaintWorker } from './complaint-worker.js';
import { RelatedReader } from './records/related.reader.js';
import { ConflictReader } from './records/conflict.reader.js';
import { CaseloadReader } from './records/caseload.reader.js';
import { CaseFileReader } from './records/case-file.reader.js';
import { CaseHistoryReader } from './records/case-history.reader.js';
import { ImportChicago } from './imports/chicago/import-chicago.js';
import { ComplaintListReader } from './records/complaint-list.reader.js';
import { IdentityRequestsReader } from './records/identity-requests.reader.js';
import { MyComplaintReader } from './records/my-complaint.reader.js';
import { OfficerReader } from './records/officer.reader.js';
import { OfficerPostReader } from './records/officer-post.reader.js';
import { UnreadMessagesReader } from './records/unread-messages.reader.js';

@Module({
  imports: [CharterModule, VaultModule, EvidenceModule],
  controllers: [
    PublicIntakeController,
    MyComplaintController,
    MyDialogueController,
    MyReceiptController,
    ComplaintDeskController,
    IntakeRecordController,
    CaseFileController,
    DialogueController,
    IdentityRequestController,
    CaseDirectionController,
    AssignmentController,
    AppealController,
    ReferralController,
    ClassificationController,
    LinkController,
    ConflictController,
    CaseloadController,
    CaseCorrectionController,
    PersonController,
    RepresentationController,
    CaseWorkController,
    CaseFindingsController,
    CaseCourseController,
    ReopeningController,
    HoldController,
    SealingController,
    ExpungementController,
    DisposalController,
    ...[ExportController, SavedSearchController, AlertController],
    OfficerController,
  ],
  providers: [
    ...complaintActions,
    ImportChicago,
    ComplaintListReader,
    CaseFileReader,
    CaseHistoryReader,
    MyComplaintReader,
    OfficerReader,
    OfficerPostReader,
    RelatedReader,
    ConflictReader,
    AssignmentReader,
    CaseloadReader,
    IdentityRequestsReader,
    UnreadMessagesReader,
    DisposalReader,
    SavedSearchReader,
    AlertReader,
    ErasureWitnesses,
    IndexContactsAnew,
    ComplaintWorker,
  ],
  exports: [...complaintActions, MyComplaintReader, ErasureWitnesses, VaultModule, ImportChicago, ComplaintWorker],
})
export class ComplaintModule {}
