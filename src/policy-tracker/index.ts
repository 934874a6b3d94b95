export { type Issued, IssuePolicy, type NewRecommendation } from './actions/issue-policy.js';
export { PolicyTrackerModule } from './policy-tracker.module.js';
export { POLICY_MOVES } from './rules/policy-status.js';
export { PublicPolicyReader } from './records/public-policy.reader.js';
export { PublishText } from './actions/publish-text.js';
export { RecordPolicyAnswer } from './actions/record-policy-answer.js';
export { WritePublicText } from './actions/write-public-text.js';
