export { BusinessDays } from './rules/business-days.js';
export { type Day, dayOf, isoOf } from './rules/day.js';
export { dueDay, type Due, type Extension, type Reckoning } from './rules/due-day.js';
export { explainDue, type Step } from './rules/explain-due.js';
export type { Pause } from './rules/standstill.js';
