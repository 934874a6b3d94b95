export { BreakGlassModule } from './break-glass.module.js';
export { openingsWaitingFor } from './records/openings-waiting.js';
