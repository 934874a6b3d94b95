export { InvestigationModule } from './investigation.module.js';
export { ReviewInvestigation, type Review } from './actions/review-investigation.js';
export { MEDIATION_MOVES } from './rules/mediation-moves.js';
export { INTERVIEW_MOVES, RECORDS_REQUEST_MOVES, SUBPOENA_MOVES, TASK_MOVES } from './rules/work-moves.js';
