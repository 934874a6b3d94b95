import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaint/index.js';
import { AskReconsideration } from './actions/ask-reconsideration.js';
import { BeginEscalation } from './actions/begin-escalation.js';
import { DecideReconsideration } from './actions/decide-reconsideration.js';
import { EndEscalation } from './actions/end-escalation.js';
import { FileOfficerAppeal } from './actions/file-officer-appeal.js';
import { HearReconsideration } from './actions/hear-reconsideration.js';
import { PublishOverdue } from './actions/publish-overdue.js';
import { RecordAward } from './actions/record-award.js';
import { AfterVoteWorker } from './after-vote-worker.js';
import { EscalationController } from './api/escalation.controller.js';
import { DecisionController } from './api/decision.controller.js';
import { MyReconsiderationController } from './api/my-reconsideration.controller.js';
import { OfficerAppealController } from './api/officer-appeal.controller.js';
import { OverdueAnswersController } from './api/overdue-answers.controller.js';
import { ReconsiderationController } from './api/reconsideration.controller.js';
import { AfterVoteReader } from './records/after-vote.reader.js';
import { PublicOverdueReader } from './records/public-overdue.reader.js';

/** In the order in which they may follow the chief's answer. */
const actions = [
  BeginEscalation,
  EndEscalation,
  FileOfficerAppeal,
  RecordAward,
  AskReconsideration,
  HearReconsideration,
  DecideReconsideration,
  PublishOverdue,
];

/** What follows when board and chief have decided: each step a decision of its own behind the former ones. */
@Module({
  imports: [ComplaintModule],
  controllers: [
    DecisionController,
    EscalationController,
    OfficerAppealController,
    ReconsiderationController,
    MyReconsiderationController,
    OverdueAnswersController,
  ],
  providers: [...actions, AfterVoteReader, PublicOverdueReader, AfterVoteWorker],
  exports: [AskReconsideration],
})
export class AfterVoteModule {}
