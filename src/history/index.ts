export { recordHistory, recordHistoryOfMany, type HistoryEntry } from './record-history.js';
