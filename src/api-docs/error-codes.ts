import { afterVoteCodes } from './error-codes/after-vote.js';
import { boardReportCodes } from './error-codes/board-report.js';
import { breakGlassCodes } from './error-codes/break-glass.js';
import { caseCodes } from './error-codes/cases.js';
import { closingCodes } from './error-codes/closing.js';
import { complaintCodes } from './error-codes/complaint.js';
import { deadlineCodes } from './error-codes/deadline.js';
import { denominatorCodes } from './error-codes/denominator.js';
import { evidenceCodes } from './error-codes/evidence.js';
import { forceReviewCodes } from './error-codes/force-review.js';
import { frontDeskCodes } from './error-codes/front-desk.js';
import { generalCodes } from './error-codes/general.js';
import { importCodes } from './error-codes/import.js';
import { oversightCodes } from './error-codes/oversight.js';
import { peopleCodes } from './error-codes/people.js';
import { publicSummaryCodes } from './error-codes/public-summary.js';
import { investigationCodes } from './error-codes/investigation.js';
import { keyCodes } from './error-codes/keys.js';
import { letterCodes } from './error-codes/letter.js';
import { releaseCodes } from './error-codes/release.js';
import { savedSearchCodes } from './error-codes/saved-search.js';
import { reviewBoardCodes } from './error-codes/review-board.js';
import { seriesCodes } from './error-codes/series.js';
import { soqlCodes } from './error-codes/soql.js';
import { tableCodes } from './error-codes/tables.js';
import { useOfForceReportCodes } from './error-codes/use-of-force-report.js';
import { useOfForceSubmissionCodes } from './error-codes/use-of-force-submission.js';
import { verificationCodes } from './error-codes/verification.js';

/**
 * Every stable `code` of the API, the command line and the rejects files: what it means and how to mend it. A code that
 * several features use stands once. test/architecture/error-codes.spec.ts compares this with the sources.
 */
export const errorCodes: Readonly<Record<string, string>> = {
  ...generalCodes,
  ...complaintCodes,
  ...peopleCodes,
  ...closingCodes,
  ...savedSearchCodes,
  ...deadlineCodes,
  ...denominatorCodes,
  ...evidenceCodes,
  ...investigationCodes,
  ...letterCodes,
  ...frontDeskCodes,
  ...breakGlassCodes,
  ...reviewBoardCodes,
  ...afterVoteCodes,
  ...oversightCodes,
  ...useOfForceReportCodes,
  ...forceReviewCodes,
  ...useOfForceSubmissionCodes,
  ...releaseCodes,
  ...boardReportCodes,
  ...publicSummaryCodes,
  ...soqlCodes,
  ...tableCodes,
  ...verificationCodes,
  ...seriesCodes,
  ...importCodes,
  ...caseCodes,
  ...keyCodes,
};
