import { Module } from '@nestjs/common';
import { VaultModule } from '../vault/index.js';
import { AddPolicyEvidence } from './actions/add-policy-evidence.js';
import { ExtendPolicyAnswer } from './actions/extend-policy-answer.js';
import { IssuePolicy } from './actions/issue-policy.js';
import { PublishText } from './actions/publish-text.js';
import { RecordPolicyAnswer } from './actions/record-policy-answer.js';
import { VerifyPolicy } from './actions/verify-policy.js';
import { WithdrawPolicy } from './actions/withdraw-policy.js';
import { WritePublicText } from './actions/write-public-text.js';
import { PolicyCourseController } from './api/policy-course.controller.js';
import { PolicyTextController } from './api/policy-text.controller.js';
import { PolicyController } from './api/policy.controller.js';
import { PublicPolicyPagesController } from './api/public-policy-pages.controller.js';
import { PublicPolicyController } from './api/public-policy.controller.js';
import { PolicySteps } from './records/policy-steps.js';
import { PolicyReader } from './records/policy.reader.js';
import { PublicPolicyReader } from './records/public-policy.reader.js';

/** In the order in which a recommendation goes its way. */
const actions = [
  IssuePolicy,
  RecordPolicyAnswer,
  ExtendPolicyAnswer,
  AddPolicyEvidence,
  VerifyPolicy,
  WithdrawPolicy,
  WritePublicText,
  PublishText,
];

/** Recommendations of policy apart from cases: whom they are for, what was answered, whether it was done. */
@Module({
  imports: [VaultModule],
  controllers: [
    PolicyController,
    PolicyCourseController,
    PolicyTextController,
    PublicPolicyController,
    PublicPolicyPagesController,
  ],
  providers: [...actions, PolicySteps, PolicyReader, PublicPolicyReader],
  exports: [IssuePolicy],
})
export class PolicyTrackerModule {}
