import { AddAllegation } from './add-allegation.js';
import { AddOfficer } from './add-officer.js';
import { AddPerson } from './add-person.js';
import { AssignComplaint } from './assign-complaint.js';
import { CloseComplaint } from './close-complaint.js';
import { DeclareRecusal } from './declare-recusal.js';
import { DraftFindings } from './draft-findings.js';
import { FileComplaint } from './file-complaint.js';
import { IdentifyOfficer } from './identify-officer.js';
import { ReadIdentity } from './read-identity.js';
import { RecordFinding } from './record-finding.js';
import { RegisterOfficer } from './register-officer.js';
import { ReturnToInvestigation } from './return-to-investigation.js';
import { ScreenComplaint } from './screen-complaint.js';
import { SendToBoard } from './send-to-board.js';
import { WithdrawComplaint } from './withdraw-complaint.js';

/** Everything that a person can do to a case, in the order of its way. */
export const complaintActions = [
  FileComplaint,
  WithdrawComplaint,
  ScreenComplaint,
  AssignComplaint,
  DeclareRecusal,
  ReadIdentity,
  RegisterOfficer,
  AddPerson,
  AddOfficer,
  IdentifyOfficer,
  AddAllegation,
  RecordFinding,
  DraftFindings,
  SendToBoard,
  ReturnToInvestigation,
  CloseComplaint,
];
