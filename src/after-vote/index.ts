export { PublishOverdue } from './actions/publish-overdue.js';
export { AfterVoteModule } from './after-vote.module.js';
export { AfterVoteWorker } from './after-vote-worker.js';
export { reconsiderationsWaitingFor } from './records/reconsiderations-waiting.js';
