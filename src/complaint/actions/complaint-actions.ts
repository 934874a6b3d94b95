import { AddAllegation } from './add-allegation.js';
import { AddOfficer } from './add-officer.js';
import { AddPerson } from './add-person.js';
import { EditPerson } from './edit-person.js';
import { EndPerson } from './end-person.js';
import { EndRepresentation } from './end-representation.js';
import { ReadPersonVersions } from './read-person-versions.js';
import { RepresentPerson } from './represent-person.js';
import { AppealDecline } from './appeal-decline.js';
import { AskForIdentity } from './ask-for-identity.js';
import { AssignComplaint } from './assign-complaint.js';
import { ClassifyComplaint } from './classify-complaint.js';
import { CloseComplaint } from './close-complaint.js';
import { CloseDuplicate } from './close-duplicate.js';
import { DecideConflict } from './decide-conflict.js';
import { DecideOnIdentity } from './decide-on-identity.js';
import { DeclareConflict } from './declare-conflict.js';
import { DeclareRecusal } from './declare-recusal.js';
import { DraftFindings } from './draft-findings.js';
import { FileComplaint } from './file-complaint.js';
import { IdentifyOfficer } from './identify-officer.js';
import { LinkComplaints } from './link-complaints.js';
import { ReadIdentity } from './read-identity.js';
import { ReadMessages } from './read-messages.js';
import { ReadReferrals } from './read-referrals.js';
import { ReadTexts } from './read-texts.js';
import { RecordAffidavit } from './record-affidavit.js';
import { RecordCircumstances } from './record-circumstances.js';
import { RecordFinding } from './record-finding.js';
import { RecordReferralAnswer } from './record-referral-answer.js';
import { ReferComplaint } from './refer-complaint.js';
import { RegisterOfficer } from './register-officer.js';
import { PostOfficer } from './post-officer.js';
import { RenameAllegation } from './rename-allegation.js';
import { ReplaceReceipt } from './replace-receipt.js';
import { ReturnToInvestigation } from './return-to-investigation.js';
import { RevealIdentity } from './reveal-identity.js';
import { ReviewDecline } from './review-decline.js';
import { ScreenComplaint } from './screen-complaint.js';
import { SendToBoard } from './send-to-board.js';
import { UndoIdentification } from './undo-identification.js';
import { UnlinkComplaints } from './unlink-complaints.js';
import { WithdrawComplaint } from './withdraw-complaint.js';
import { WriteMessage } from './write-message.js';
import { ReopenComplaint } from './reopen-complaint.js';
import { PlaceHold } from './place-hold.js';
import { ReleaseHold } from './release-hold.js';
import { SealComplaint } from './seal-complaint.js';
import { UnsealComplaint } from './unseal-complaint.js';
import { AskExpungement } from './ask-expungement.js';
import { DecideExpungement } from './decide-expungement.js';
import { DeleteErased } from './delete-erased.js';
import { DrawDisposalBatch } from './draw-disposal-batch.js';
import { ReviewDisposalBatch } from './review-disposal-batch.js';
import { ExportList } from './export-list.js';
import { SaveSearch } from './save-search.js';
import { ChangeSearch } from './change-search.js';
import { DeleteSearch } from './delete-search.js';
import { RunSearches } from './run-searches.js';
import { ReadAlert } from './read-alert.js';

/** Everything that a person can do to a case, in the order of its way. */
export const complaintActions = [
  FileComplaint,
  RecordCircumstances,
  RecordAffidavit,
  WriteMessage,
  ReadMessages,
  ReplaceReceipt,
  RevealIdentity,
  WithdrawComplaint,
  ScreenComplaint,
  AppealDecline,
  ReviewDecline,
  ReferComplaint,
  RecordReferralAnswer,
  ReadReferrals,
  ClassifyComplaint,
  LinkComplaints,
  UnlinkComplaints,
  AssignComplaint,
  DeclareConflict,
  DecideConflict,
  DeclareRecusal,
  ReadTexts,
  AskForIdentity,
  DecideOnIdentity,
  ReadIdentity,
  RegisterOfficer,
  PostOfficer,
  AddPerson,
  EditPerson,
  EndPerson,
  ReadPersonVersions,
  RepresentPerson,
  EndRepresentation,
  AddOfficer,
  IdentifyOfficer,
  UndoIdentification,
  AddAllegation,
  RenameAllegation,
  RecordFinding,
  DraftFindings,
  SendToBoard,
  ReturnToInvestigation,
  CloseComplaint,
  CloseDuplicate,
  ReopenComplaint,
  PlaceHold,
  ReleaseHold,
  SealComplaint,
  UnsealComplaint,
  AskExpungement,
  DecideExpungement,
  DrawDisposalBatch,
  ReviewDisposalBatch,
  DeleteErased,
  ExportList,
  SaveSearch,
  ChangeSearch,
  DeleteSearch,
  RunSearches,
  ReadAlert,
];
