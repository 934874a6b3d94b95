import { RolesAndSchemas0001 } from './0001-roles-and-schemas.js';
import { JurisdictionAndCharter0002 } from './0002-jurisdiction-and-charter.js';
import { History0003 } from './0003-history.js';
import { Identity0004 } from './0004-identity.js';
import { Complaint0005 } from './0005-complaint.js';
import { ReviewBoard0006 } from './0006-review-board.js';
import { UseOfForce0007 } from './0007-use-of-force.js';
import { Release0008 } from './0008-release.js';
import { Published0009 } from './0009-published.js';
import { ReleaseSeries0010 } from './0010-release-series.js';
import { PublicSummary0011 } from './0011-public-summary.js';
import { PublicCharters0013 } from './0013-public-charters.js';
import { Deadline0020 } from './0020-deadline.js';
import { Evidence0021 } from './0021-evidence.js';
import { Intake0022 } from './0022-intake.js';
import { Screening0023 } from './0023-screening.js';
import { Investigation0024 } from './0024-investigation.js';
import { Closing0025 } from './0025-closing.js';
import { SavedSearches0026 } from './0026-saved-searches.js';
import { People0027 } from './0027-people.js';
import { SeriesInTheBuild0028 } from './0028-series-in-the-build.js';
import { EndsOfCases0029 } from './0029-ends-of-cases.js';
import { UseOfForceModel0030 } from './0030-use-of-force-model.js';
import { UseOfForceSubmission0031 } from './0031-use-of-force-submission.js';
import { UseOfForceReview0032 } from './0032-use-of-force-review.js';
import { Denominator0033 } from './0033-denominator.js';
import { AgencyKinds0034 } from './0034-agency-kinds.js';
import { DepartmentReporting0035 } from './0035-department-reporting.js';
import { LeanReports0036 } from './0036-lean-reports.js';
import { AuditLog0037 } from './0037-audit-log.js';
import { ReleaseWithdrawal0038 } from './0038-release-withdrawal.js';
import { SecondFactor0039 } from './0039-second-factor.js';
import { BoardMeetings0040 } from './0040-board-meetings.js';
import { Motions0041 } from './0041-motions.js';
import { AfterTheVote0042 } from './0042-after-the-vote.js';
import { PolicyTrackerAndAudits0043 } from './0043-policy-tracker-and-audits.js';
import { BoardReports0044 } from './0044-board-reports.js';
import { Embargo0051 } from './0051-embargo.js';
import { ReleaseBuild0052 } from './0052-release-build.js';
import { OpenDatasets0054 } from './0054-open-datasets.js';
import { PublicBoards0059 } from './0059-public-boards.js';
import { PublishedCubes0060 } from './0060-published-cubes.js';
import { OrganizationKeys0062 } from './0062-organization-keys.js';
import { SignInPolicy0064 } from './0064-sign-in-policy.js';
import { Passkeys0065 } from './0065-passkeys.js';
import { DepartmentAccess0066 } from './0066-department-access.js';
import { BreakGlass0067 } from './0067-break-glass.js';
import { RolesInTheRows0068 } from './0068-roles-in-the-rows.js';
import { UploadHardening0069 } from './0069-upload-hardening.js';
import { SignInDecoy0070 } from './0070-sign-in-decoy.js';

/** In order; TypeORM takes the order from the number that ends each name. */
export const migrations = [
  RolesAndSchemas0001,
  JurisdictionAndCharter0002,
  History0003,
  Identity0004,
  Complaint0005,
  ReviewBoard0006,
  UseOfForce0007,
  Release0008,
  Published0009,
  ReleaseSeries0010,
  PublicSummary0011,
  PublicCharters0013,
  Deadline0020,
  Evidence0021,
  Intake0022,
  Screening0023,
  Investigation0024,
  Closing0025,
  SavedSearches0026,
  People0027,
  SeriesInTheBuild0028,
  EndsOfCases0029,
  UseOfForceModel0030,
  UseOfForceSubmission0031,
  UseOfForceReview0032,
  Denominator0033,
  AgencyKinds0034,
  DepartmentReporting0035,
  LeanReports0036,
  AuditLog0037,
  ReleaseWithdrawal0038,
  SecondFactor0039,
  BoardMeetings0040,
  Motions0041,
  AfterTheVote0042,
  PolicyTrackerAndAudits0043,
  BoardReports0044,
  Embargo0051,
  ReleaseBuild0052,
  OpenDatasets0054,
  PublicBoards0059,
  PublishedCubes0060,
  OrganizationKeys0062,
  SignInPolicy0064,
  Passkeys0065,
  DepartmentAccess0066,
  BreakGlass0067,
  RolesInTheRows0068,
  UploadHardening0069,
  SignInDecoy0070,
];
