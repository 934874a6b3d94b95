export { AskReconsideration } from './actions/ask-reconsideration.js';
export { PublishOverdue } from './actions/publish-overdue.js';
export { AskReconsiderationDto } from './api/after-vote.dto.js';
export { AfterVoteModule } from './after-vote.module.js';
export { AfterVoteWorker } from './after-vote-worker.js';
export { reconsiderationsWaitingFor } from './records/reconsiderations-waiting.js';
