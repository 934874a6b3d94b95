export { InvestigationModule } from './investigation.module.js';
export { ReviewInvestigation, type Review } from './actions/review-investigation.js';
export { reviewsWaitingFor } from './records/reviews-waiting.js';
export { type OwnTask, ownTasksOf } from './records/work.reader.js';
export { MEDIATION_MOVES } from './rules/mediation-moves.js';
export { INTERVIEW_MOVES, RECORDS_REQUEST_MOVES, SUBPOENA_MOVES, TASK_MOVES } from './rules/work-moves.js';
