import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaint/index.js';
import { ReviewBoardModule } from '../review-board/index.js';
import { LinkReport } from './actions/link-report.js';
import { OpenCaseOnReport } from './actions/open-case-on-report.js';
import { PutReportOnAgenda } from './actions/put-report-on-agenda.js';
import { UnlinkReport } from './actions/unlink-report.js';
import { ForceLinkController } from './api/force-link.controller.js';
import { LinkedComplaintController } from './api/linked-complaint.controller.js';
import { ReferralController } from './api/referral.controller.js';
import { ForceLinkReader } from './records/force-link.reader.js';
import { ReferralReader } from './records/referral.reader.js';

/** Where reports of force meet cases and the board, neither of which knows them. */
@Module({
  imports: [ComplaintModule, ReviewBoardModule],
  controllers: [ReferralController, ForceLinkController, LinkedComplaintController],
  providers: [OpenCaseOnReport, PutReportOnAgenda, LinkReport, UnlinkReport, ForceLinkReader, ReferralReader],
})
export class ForceReferralModule {}
