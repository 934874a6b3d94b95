export { type EventProof, ProveEvent } from './actions/prove-event.js';
export { type HistoryFault, type HistoryHeld, holdHistory } from './actions/hold-history.js';
export { SealHistory } from './actions/seal-history.js';
export { VerifyHistory } from './actions/verify-history.js';
export { AuditLogModule } from './audit-log.module.js';
export { Checkpoints } from './log/checkpoints.js';
export { notesIn, openNote } from './log/signed-note.js';
export { SealWorker } from './seal-worker.js';
