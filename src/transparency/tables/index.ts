export type { Width } from './primary.js';
export { suppressTables, type SuppressedTable, type TableDemand } from './suppress-tables.js';
export { TableRefused, type TableRefusalCode } from './table-refused.js';
export type { EarlierTable, HierarchyLine, TableCell, TableSpec } from './table-spec.js';
