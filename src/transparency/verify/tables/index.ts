export { type Attacked, attackTables } from './attack-tables.js';
export type { EarlierRelease, PublishedCell, PublishedRelease, PublishedTable } from './published-table.js';
export {
  type TableVerification,
  type TableViolation,
  type TableViolationCode,
  verifyTable,
  verifyTables,
} from './verify-tables.js';
