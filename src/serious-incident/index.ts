export { INCIDENT_MOVES } from './rules/incident-status.js';
export { SeriousIncidentModule } from './serious-incident.module.js';
