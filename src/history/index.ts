export { recordHistory, type HistoryEntry } from './record-history.js';
